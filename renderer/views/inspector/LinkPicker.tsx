import type { Mention } from '@shared/model/mention.ts'
import type { EntityType } from '@shared/model/schema.ts'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { change } from './doing.ts'

const most = 6

/** Links a mention to one of the entities that fit what is typed, or to a new one. */
export function LinkPicker({
  mention,
  type,
  types,
  done,
}: {
  mention: Mention
  type: EntityType
  types: readonly EntityType[]
  done(): void
}) {
  const t = useText()
  const [text, setText] = useState(mention.fragments.map((it) => it.quote).join(' '))
  const { data } = useAnswer(
    'entities.candidates',
    { text, typeId: mention.typeId, limit: most },
    { keepPrevious: true },
  )
  const link = async (entityId: number) => {
    if (await change('mentions.update', { ids: [mention.id], patch: { entityId } })) done()
  }
  const make = async () => {
    if (await change('mentions.linkToNewEntity', { ids: [mention.id], typeId: type.id, name: text.trim() }))
      done()
  }
  return (
    <div className="inspector-link">
      <TextField
        label={t('inspector.linkTo')}
        icon={Search}
        value={text}
        onValueChange={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          const first = data?.[0]
          if (first) void link(first.id)
          else if (text.trim() !== '') void make()
        }}
      />
      <ul>
        {data?.map((it) => {
          const itsType = types.find((one) => one.id === it.typeId)
          return (
            <li key={it.id}>
              <button type="button" className="inspector-relation" onClick={() => void link(it.id)}>
                {itsType && <TypeDot colour={itsType.colour} />}
                <span className="inspector-relation-name">{it.name}</span>
                {it.matched !== it.name && <span className="inspector-quiet">{it.matched}</span>}
                <span className="inspector-count">{formatNumber(it.mentions)}</span>
              </button>
            </li>
          )
        })}
        {text.trim() !== '' && (
          <li>
            <button type="button" className="inspector-relation" onClick={() => void make()}>
              <TypeDot colour={type.colour} shape="open" />
              <span className="inspector-relation-name">
                {t('inspector.newEntity', { type: type.name, name: text.trim() })}
              </span>
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
