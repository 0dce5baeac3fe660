import type { ImportSet } from '@shared/model/importSet.ts'
import type { Schema } from '@shared/model/schema.ts'
import { useMemo } from 'react'
import { useText } from '../../../state/i18n.ts'
import { classes } from '../../../ui/classes.ts'
import { type LabelLook, looksOf } from './mapping.ts'
import { type Marked, markedPieces } from './previewMarks.ts'

function Piece({ piece, text, look }: { piece: Marked; text: string; look: LabelLook | null }) {
  const t = useText()
  const words = text.slice(piece.start, piece.end)
  if (piece.label === null || !look) return words
  const becomes = piece.misses
    ? t('import.look.misses')
    : look.colour === null
      ? t('import.map.none')
      : look.name === piece.label
        ? ''
        : `→ ${look.name}`
  return (
    <mark
      className={classes(
        'set-mark',
        look.colour === null ? 'set-mark-out' : `ui-c-${look.colour}`,
        piece.misses && 'set-mark-wrong',
      )}
      title={`${piece.label} ${becomes}`.trim()}
    >
      {piece.first && (
        <span className="set-mark-label">{look.colour === null ? piece.label : look.name}</span>
      )}
      {words}
    </mark>
  )
}

interface Props {
  set: ImportSet
  schema: Schema | undefined
}

/** The first documents with their spans as they will look; nothing of it is stored. */
export function SetPreview({ set, schema }: Props) {
  const t = useText()
  const looks = useMemo(() => looksOf(set.mapping, schema), [set.mapping, schema])
  const { preview } = set.survey
  return (
    <section className="set-look" aria-label={t('import.look')}>
      <header>
        <h3>{t('import.look')}</h3>
        <span className="ui-hint">{t('import.look.hint')}</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls with the keyboard */}
      <div className="set-look-texts" tabIndex={0} role="document" aria-label={t('import.look')}>
        {preview.map(({ title, text, mentions }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two documents may have the same title
          <article key={index}>
            <h4>{title}</h4>
            <p>
              {markedPieces(text.length, mentions).map((piece) => (
                <Piece
                  key={piece.start}
                  piece={piece}
                  text={text}
                  look={piece.label === null ? null : looks('entity', piece.label)}
                />
              ))}
            </p>
          </article>
        ))}
      </div>
    </section>
  )
}
