import type { MessageKey } from '@shared/messages/index.ts'
import { ClipboardPaste, DatabaseBackup, FileText, FolderInput, type LucideIcon } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'

export type Way = 'files' | 'folder' | 'paste' | 'dataset'

const ways: readonly { way: Way; icon: LucideIcon; title: MessageKey; hint: MessageKey }[] = [
  { way: 'files', icon: FileText, title: 'import.files', hint: 'import.filesHint' },
  { way: 'folder', icon: FolderInput, title: 'import.folder', hint: 'import.folderHint' },
  { way: 'paste', icon: ClipboardPaste, title: 'import.paste', hint: 'import.pasteHint' },
  { way: 'dataset', icon: DatabaseBackup, title: 'import.dataset', hint: 'import.datasetHint' },
]

const kinds = ['articles', 'annotations', 'references', 'container', 'dataset'] as const

/** Names of everything that can be read, by kind. */
function KnownFormats() {
  const t = useText()
  const formats = useAnswer('imports.formats', {}).data ?? []
  return (
    <dl className="import-known" aria-label={t('import.known')}>
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(`import.known.${kind}`)}</dt>
          <dd>
            {formats
              .filter((it) => it.kind === kind)
              .map((it) => it.name)
              .sort((a, b) => a.localeCompare(b))
              .join(' · ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The ways in, before anything is there. */
export function StartView({ onChoose }: { onChoose(way: Way): void }) {
  const t = useText()
  return (
    <div className="import-start">
      <p className="import-lead">{t('import.waysHint')}</p>
      <ul className="import-ways" aria-label={t('import.ways')}>
        {ways.map(({ way, icon: Icon, title, hint }) => (
          <li key={way}>
            <button type="button" className="import-way" onClick={() => onChoose(way)}>
              <Icon size={20} strokeWidth={1.5} aria-hidden />
              <span>
                <b>{t(title)}</b>
                <small>{t(hint)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="import-quiet">{t('import.dropHint')}</p>
      <KnownFormats />
    </div>
  )
}
