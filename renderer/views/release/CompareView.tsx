import type { MadeRelease } from '@shared/model/recipe.ts'
import { ArrowLeftRight, GitCompareArrows } from 'lucide-react'
import { formatMoment, useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { pickToOpen } from '../../state/pickFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { nameOf } from './recipes.ts'

/** Paths of the two releases to compare; empty as long as none is chosen. */
export interface Pair {
  before: string
  after: string
}

/** The value of a choice that is a path of one's own. */
const elsewhere = ''

interface EndProps {
  label: string
  path: string
  made: readonly MadeRelease[]
  onPath(path: string): void
}

function End({ label, path, made, onPath }: EndProps) {
  const t = useText()
  const known = made.some((it) => it.path === path)
  const choose = async () => {
    const [chosen] = await pickToOpen('folder')
    if (chosen) onPath(chosen)
  }
  // The same path may have been written more than once; what lies there is the newest.
  const newest = made.filter((it, index) => made.findIndex((other) => other.path === it.path) === index)
  return (
    <fieldset className="release-end" aria-label={label}>
      <Select
        label={label}
        value={known ? path : elsewhere}
        options={[
          ...newest.map((it) => ({
            value: it.path,
            label: `${nameOf(it.path)} · ${formatMoment(it.madeAt)}`,
          })),
          { value: elsewhere, label: t('release.elsewhere') },
        ]}
        onValueChange={onPath}
      />
      <div className="release-fields">
        <TextField
          label={t('release.pathOf', { end: label })}
          hideLabel
          placeholder={t('release.pathPlaceholder')}
          className="release-wide"
          value={path}
          onValueChange={onPath}
        />
        <Button onClick={() => void choose().catch(showFailure)}>{t('export.choose')}</Button>
      </div>
    </fieldset>
  )
}

interface Props {
  pair: Pair
  made: readonly MadeRelease[]
  onPair(pair: Pair): void
  onCompare(): void
}

/** Which two releases are compared. */
export function CompareView({ pair, made, onPair, onCompare }: Props) {
  const t = useText()
  const ready = pair.before !== '' && pair.after !== '' && pair.before !== pair.after
  return (
    <form
      tabIndex={-1}
      className="release-detail"
      aria-label={t('release.compare')}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onCompare()
      }}
    >
      <div className="release-scroll">
        <h2>
          {t('release.compare')}
          <small>{t('release.compareHint')}</small>
        </h2>
        <div className="release-ends">
          <End
            label={t('release.before')}
            path={pair.before}
            made={made}
            onPath={(before) => onPair({ ...pair, before })}
          />
          <IconButton
            icon={ArrowLeftRight}
            label={t('release.swap')}
            onClick={() => onPair({ before: pair.after, after: pair.before })}
          />
          <End
            label={t('release.after')}
            path={pair.after}
            made={made}
            onPath={(after) => onPair({ ...pair, after })}
          />
        </div>
        {pair.before !== '' && pair.before === pair.after && (
          <p className="release-wrong" role="status">
            {t('release.samePath')}
          </p>
        )}
      </div>
      <footer className="release-foot">
        <span className="release-space" />
        <Button type="submit" variant="primary" icon={GitCompareArrows} disabled={!ready}>
          {t('release.compareNow')}
        </Button>
      </footer>
    </form>
  )
}
