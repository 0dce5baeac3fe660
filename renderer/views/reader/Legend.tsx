import type { EntityType } from '@shared/model/schema.ts'
import { X } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { ReaderSession } from './readerSession.ts'

const look = (type: EntityType, lane = 0): string =>
  `reader-c${lane}-${type.colour} reader-p${lane}-${type.pattern}`

/** What the marks in the text mean, drawn with the very rules of the text. */
export function Legend({ session, onClose }: { session: ReaderSession; onClose: () => void }) {
  const t = useText()
  const types = session.schema.entityTypes
  const sample = types.find((it) => it.kind === 'entity')
  const other = types.find((it) => it.kind === 'entity' && it !== sample) ?? sample
  const base = 'reader-mention reader-opens reader-closes'
  return (
    <aside
      className={classes('reader-legend', session.reader.editor.themeClasses)}
      aria-label={t('action.reader.legend')}
    >
      <IconButton
        className="reader-legend-close"
        icon={X}
        label={t('reader.closeLegend')}
        compact
        onClick={onClose}
      />
      <ul>
        {types.map((it) => (
          <li key={it.id}>
            {it.shortcut && <kbd>{it.shortcut.toUpperCase()}</kbd>}
            <span className={`${base} reader-lanes1 ${look(it)}`}>{it.name}</span>
          </li>
        ))}
      </ul>
      {sample && other && (
        <ul>
          <li>
            <span className={`${base} reader-lanes1 ${look(sample)} reader-hollow0`}>
              {t('reader.legend.unlinked')}
            </span>
          </li>
          <li>
            <span className={`${base} reader-lanes1 reader-c0-${sample.colour} reader-p0-wavy`}>
              {t('reader.legend.doubtful')}
            </span>
          </li>
          <li>
            <span className={`${base} reader-lanes2 reader-blend ${look(sample)} ${look(other, 1)}`}>
              {t('reader.legend.stacked')}
            </span>
          </li>
          <li>
            <span
              className={`${base} reader-lanes1 ${look(sample)} reader-chosen reader-chosen-start reader-chosen-end`}
            >
              {t('reader.legend.chosen')}
            </span>
          </li>
          <li>
            <span className={`${base} reader-lanes1 ${look(sample)} reader-related`}>
              {t('reader.legend.related')}
            </span>
          </li>
          <li>
            <span className={`${base} reader-lanes1 ${look(sample)} reader-split`}>
              {t('reader.legend.split')}
            </span>
          </li>
          <li>
            <span className="reader-evidence">{t('reader.legend.evidence')}</span>
          </li>
        </ul>
      )}
    </aside>
  )
}
