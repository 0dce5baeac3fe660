import type { RecipeData, SplitRule } from '@shared/model/recipe.ts'
import { Dices } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { NumberField } from './NumberField.tsx'
import { shareSum } from './recipes.ts'

interface Props {
  split: SplitRule
  onChange(patch: Partial<RecipeData>, how?: 'typed'): void
}

const names = ['train', 'validation', 'test'] as const

/** How articles are dealt out for learning and testing. */
export function SplitSection({ split, onChange }: Props) {
  const t = useText()
  const set = (patch: Partial<SplitRule>, how?: 'typed') => onChange({ split: { ...split, ...patch } }, how)
  const sum = shareSum(split.shares)
  return (
    <section aria-label={t('release.split')}>
      <h3>
        {t('release.split')}
        <small>{t(`release.split.${split.by}.hint`)}</small>
      </h3>
      <div className="release-column">
        <div className="release-fields">
          <Select
            label={t('release.splitBy')}
            className="release-wide"
            value={split.by}
            options={(['none', 'random', 'date', 'deal', 'type'] as const).map((it) => ({
              value: it,
              label: t(`release.split.${it}`),
            }))}
            onValueChange={(by) => set({ by })}
          />
          {split.by !== 'none' && (
            <>
              <TextField
                label={t('release.seed')}
                maxLength={100}
                value={split.seed}
                onValueChange={(seed) => set({ seed }, 'typed')}
              />
              <IconButton
                icon={Dices}
                label={t('release.newSeed')}
                className="release-dice"
                onClick={() => set({ seed: String(Math.floor(Math.random() * 1_000_000)) })}
              />
            </>
          )}
        </div>
        {split.by !== 'none' && (
          <>
            <div className="release-fields">
              {names.map((name) => (
                <NumberField
                  key={name}
                  label={`${t(`release.share.${name}`)} %`}
                  value={split.shares[name]}
                  max={100}
                  onValue={(share) => set({ shares: { ...split.shares, [name]: share } }, 'typed')}
                />
              ))}
              <span
                className={sum === 100 ? 'release-sum' : 'release-sum release-sum-wrong'}
                role={sum === 100 ? undefined : 'alert'}
              >
                {sum === 100 ? t('release.sum') : t('release.sumWrong', { sum })}
              </span>
            </div>
            <div className="release-shares" aria-hidden>
              {names.map((name) => (
                <span
                  key={name}
                  className={`release-share-${name}`}
                  style={{ flexGrow: split.shares[name], flexBasis: 0 }}
                />
              ))}
            </div>
            <Checkbox
              label={t('release.keepDuplicates')}
              checked={split.keepDuplicatesTogether}
              onCheckedChange={(keepDuplicatesTogether) => set({ keepDuplicatesTogether })}
            />
            <Checkbox
              label={t('release.keepDeals')}
              checked={split.by === 'deal' || split.keepDealsTogether}
              disabled={split.by === 'deal'}
              onCheckedChange={(keepDealsTogether) => set({ keepDealsTogether })}
            />
          </>
        )}
      </div>
    </section>
  )
}
