import type { ActionId } from '@shared/actions/index.ts'
import { findAction } from '@shared/actions/index.ts'
import { handlerOf } from '../../actions/bindings.ts'
import { runAction } from '../../actions/run.ts'
import { text, textOf } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { changeType, currentMention, quoteOf, select, spanToTag, tag } from './mentionCommands.ts'
import type { ReaderSession } from './readerSession.ts'
import { mentionOf, mentionsAt } from './spanIndex.ts'

const action = (id: ActionId, danger = false): MenuItem => {
  const record = findAction(id)
  return {
    label: textOf(record?.titleKey ?? id),
    shortcut: record?.shortcut,
    disabled: !handlerOf(id),
    danger,
    run: () => runAction(id),
  }
}

/** What the right mouse button offers at an offset (UTF-16). */
export const menuItems = (session: ReaderSession, offset: number): MenuItem[] => {
  const { reader, schema, types } = session
  const { index } = reader.view()
  const stack = mentionsAt(index, offset)
  const mention = currentMention(session)
  const typeItems = (run: (typeId: number) => void): MenuItem[] =>
    schema.entityTypes.map((type) => ({
      label: type.name,
      mark: <TypeDot colour={type.colour} />,
      shortcut: type.shortcut,
      ...(mention && !reader.selected() ? { checked: type.id === mention.typeId } : {}),
      run: () => run(type.id),
    }))
  if (!mention || reader.selected() || stack.length === 0)
    return [
      {
        kind: 'menu',
        label: text('reader.tagTitle'),
        items: typeItems((typeId) => {
          const span = spanToTag(session)
          if (span) tag(session, types.get(typeId)!, span).catch(showFailure)
        }),
      },
      ...(mention ? [action('reader.addFragment')] : []),
      { kind: 'separator' },
      action('reader.find'),
      action('reader.toggleLabels'),
      action('reader.legend'),
    ]
  const isValue = types.get(mention.typeId)?.kind === 'value'
  return [
    { kind: 'heading', label: quoteOf(session, mention) },
    action(isValue ? 'reader.editValue' : 'reader.link'),
    {
      kind: 'menu',
      label: text('reader.typeTitle'),
      items: typeItems((typeId) => changeType(session, mention.id, types.get(typeId)!).catch(showFailure)),
    },
    ...(isValue ? [] : [action('reader.relate')]),
    action('reader.tagOccurrences'),
    action('reader.cycleCertainty'),
    action('reader.note'),
    ...(isValue ? [] : [action('reader.goToEntity')]),
    ...(stack.length > 1
      ? ([
          { kind: 'separator' },
          ...stack.map((id): MenuItem => {
            const other = mentionOf(index, id)!
            const type = types.get(other.typeId)
            return {
              label: quoteOf(session, other).slice(0, 60),
              mark: <TypeDot colour={type?.colour ?? 'grey'} />,
              checked: id === mention.id,
              run: () => select(session, id),
            }
          }),
        ] satisfies MenuItem[])
      : []),
    { kind: 'separator' },
    action('reader.removeMention', true),
  ]
}
