import type { MadeRelease, Recipe } from '@shared/model/recipe.ts'
import { GitCompareArrows, Plus } from 'lucide-react'
import { formatMoment, useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { nameOf } from './recipes.ts'
import { SideList } from './SideList.tsx'

/** What is shown beside the lists. */
export type Place =
  | { kind: 'recipe'; id: number; isNew?: boolean }
  | { kind: 'made'; id: number }
  | { kind: 'compare' }

interface Props {
  recipes: readonly Recipe[]
  made: readonly MadeRelease[]
  place: Place | null
  canWrite: boolean
  onPlace(place: Place): void
  onNew(): void
  /** Name of the recipe that was just removed. */
  removed: string | null
  onBringBack(): void
}

/** The recipes, and the releases that were written. */
export function Side(props: Props) {
  const { recipes, made, place, canWrite, onPlace, onNew, removed, onBringBack } = props
  const t = useText()
  return (
    <nav className="release-side" aria-label={t('release.title')}>
      <h3>{t('release.recipes')}</h3>
      <SideList
        label={t('release.recipes')}
        chosen={place?.kind === 'recipe' ? String(place.id) : null}
        items={recipes.map((it) => ({
          key: String(it.id),
          title: it.name,
          facts: [t('release.formatCount', { count: it.data.formats.length }), it.data.card.version]
            .filter(Boolean)
            .join(' · '),
        }))}
        onChoose={(key) => onPlace({ kind: 'recipe', id: Number(key) })}
      />
      <Button icon={Plus} variant="quiet" disabled={!canWrite} onClick={onNew}>
        {t('release.new')}
      </Button>
      {removed !== null && (
        <p className="release-removed" role="status">
          {t('release.removed', { name: removed })}
          <Button compact autoFocus onClick={onBringBack}>
            {t('schema.undo')}
          </Button>
        </p>
      )}
      <h3>{t('release.made')}</h3>
      {made.length === 0 ? (
        <p className="release-quiet release-side-none">{t('release.noneMade')}</p>
      ) : (
        <SideList
          label={t('release.made')}
          chosen={place?.kind === 'made' ? String(place.id) : null}
          items={made.map((it) => ({
            key: String(it.id),
            title: nameOf(it.path),
            facts: `${formatMoment(it.madeAt)} · ${t('release.mentionCount', { count: it.counts.mentions })}`,
          }))}
          onChoose={(key) => onPlace({ kind: 'made', id: Number(key) })}
        />
      )}
      <Button
        icon={GitCompareArrows}
        variant="quiet"
        aria-current={place?.kind === 'compare'}
        onClick={() => onPlace({ kind: 'compare' })}
      >
        {t('release.compareAction')}
      </Button>
    </nav>
  )
}
