import type { ActionRecord } from '@shared/actions/define.ts'
import { actions } from '@shared/actions/index.ts'
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { alternatives } from '../../actions/keyboard.ts'
import { useAnswer } from '../../api/queries.ts'
import { textOf, useText } from '../../state/i18n.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { fitness } from '../palette/ranking.ts'
import './shortcuts.css'

const groups = ['everywhere', 'corpus', 'reader', 'network', 'inspector'] as const
type Group = (typeof groups)[number]

const groupOf = ({ when }: ActionRecord): Group =>
  when === 'corpus' || when === 'network' || when === 'inspector'
    ? when
    : when === 'reader' || when === 'mention'
      ? 'reader'
      : 'everywhere'

/** Every shortcut there is, by where it works; read off the list of actions and the schema. */
export function ShortcutsDialog({ close }: OverlayComponentProps<'shortcuts'>) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const hasProject = useAnswer('projects.current', {}).data != null
  const types = useAnswer('schema.get', {}, { enabled: hasProject }).data?.entityTypes ?? []
  const lines = [
    ...actions
      .filter((it) => it.shortcut)
      .map((it) => ({
        key: it.id as string,
        group: groupOf(it),
        title: textOf(it.titleKey),
        keys: [it.shortcut!, alternatives[it.id]].filter((key) => key !== undefined),
      })),
    ...types
      .filter((it) => it.shortcut)
      .map((it) => ({
        key: `type-${it.id}`,
        group: 'reader' as const,
        title: t('shortcuts.tag', { type: it.name }),
        keys: [it.shortcut],
      })),
  ].filter((it) => fitness(it.title, typed) > 0)
  return (
    <Dialog title={t('action.help.shortcuts')} size="l" onClose={close} initialFocus={field}>
      <TextField
        ref={field}
        label={t('shortcuts.find')}
        hideLabel
        icon={Search}
        clearable
        placeholder={t('shortcuts.find')}
        value={typed}
        onValueChange={setTyped}
      />
      <div className="shortcuts">
        {groups.map((group) => {
          const own = lines.filter((it) => it.group === group)
          if (own.length === 0) return null
          return (
            <section key={group}>
              <h3>{t(`shortcuts.${group}`)}</h3>
              <dl>
                {own.map((it) => (
                  <div key={it.key}>
                    <dt>{it.title}</dt>
                    <dd>
                      {it.keys.map((shortcut) => (
                        <Kbd key={shortcut} shortcut={shortcut} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
