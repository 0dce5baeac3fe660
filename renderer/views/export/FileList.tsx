import { Download } from 'lucide-react'
import { formatBytes, useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { downloadWritten } from './onDisk.ts'

interface Props {
  files: readonly { name: string; byteLength: number }[]
  /** Where a file lies, for the browser to fetch it; without it nothing is fetched. */
  pathOf?: ((name: string) => string) | undefined
}

/** Files that were written, with their sizes. */
export function FileList({ files, pathOf }: Props) {
  const t = useText()
  return (
    <ul className="export-table">
      {files.map((it) => (
        <li key={it.name}>
          <span className="export-name">{it.name}</span>
          <span className="export-number">{formatBytes(it.byteLength)}</span>
          {pathOf && (
            <IconButton
              compact
              icon={Download}
              label={t('export.downloadOf', { name: it.name })}
              onClick={() => downloadWritten(pathOf(it.name), it.name).catch(showFailure)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
