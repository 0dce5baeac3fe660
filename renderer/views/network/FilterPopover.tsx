import { articleStatus } from '@shared/model/article.ts'
import type { Schema } from '@shared/model/schema.ts'
import { ListFilter } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { Line } from './Legend.tsx'
import {
  changeNetwork,
  isFiltered,
  showEverything,
  toggleEntityType,
  toggleRelationType,
  useNetwork,
} from './networkState.ts'

/** Which articles, entities and relations the network is made of. */
export function FilterPopover({ schema }: { schema: Schema }) {
  const t = useText()
  const state = useNetwork()
  const filtered = isFiltered(state)
  return (
    <Popover
      label={t('network.filter')}
      align="end"
      className="network-filter"
      trigger={
        <button
          type="button"
          className={classes('ui-icon-button', filtered && 'network-filter-on')}
          aria-label={t(filtered ? 'network.filterActive' : 'network.filter')}
          title={t(filtered ? 'network.filterActive' : 'network.filter')}
        >
          <ListFilter size={16} aria-hidden />
        </button>
      }
    >
      <Select
        label={t('network.articles')}
        value={state.articles}
        onValueChange={(articles) => changeNetwork({ articles })}
        options={(['all', 'open', 'listed', 'status'] as const).map((value) => ({
          value,
          label: t(`network.articles.${value}`),
        }))}
      />
      {state.articles === 'status' && (
        <div className="network-chips">
          {articleStatus.options.map((status) => (
            <Chip
              key={status}
              label={t(`corpus.status.${status}`)}
              selected={state.statuses.includes(status)}
              onToggle={() =>
                changeNetwork({
                  statuses: state.statuses.includes(status)
                    ? state.statuses.filter((it) => it !== status)
                    : [...state.statuses, status],
                })
              }
            />
          ))}
        </div>
      )}
      <h3>{t('network.entities')}</h3>
      <div className="network-checks">
        {schema.entityTypes
          .filter((it) => it.kind === 'entity')
          .map((type) => (
            <Checkbox
              key={type.id}
              label={
                <span className="network-check">
                  <TypeDot colour={type.colour} shape="ring" /> {type.name}
                </span>
              }
              checked={!state.hiddenEntityTypes.includes(type.id)}
              onCheckedChange={() => toggleEntityType(type.id)}
            />
          ))}
      </div>
      <Checkbox
        label={t('network.onlyRelated')}
        checked={state.onlyRelated}
        onCheckedChange={(onlyRelated) => changeNetwork({ onlyRelated })}
      />
      <h3>{t('network.relations')}</h3>
      <div className="network-checks">
        {schema.relationTypes.map((type) => (
          <Checkbox
            key={type.id}
            label={
              <span className="network-check">
                <Line type={type} /> {type.name}
              </span>
            }
            checked={!state.hiddenRelationTypes.includes(type.id)}
            onCheckedChange={() => toggleRelationType(type.id)}
          />
        ))}
      </div>
      <Button disabled={!filtered} onClick={showEverything}>
        {t('network.everything')}
      </Button>
    </Popover>
  )
}
