import { ArrowUp, File, Folder } from 'lucide-react'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { collator, formatBytes, useText } from '../../state/i18n.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VirtualList, type VirtualListHandle } from '../../ui/VirtualList.tsx'
import './projects.css'

/** Our own file dialog, where the shell has none: list by keyboard, path by typing. */
export function BrowseDialog({
  what,
  title,
  many,
  endings,
  suggestedName,
  startIn,
  onDone,
  close,
}: OverlayComponentProps<'browse'>) {
  const t = useText()
  const [path, setPath] = useState<string | undefined>(startIn)
  const [typed, setTyped] = useState<string | null>(null)
  const [name, setName] = useState(suggestedName)
  const [all, setAll] = useState(false)
  const [active, setActive] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<VirtualListHandle>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const info = useAnswer('host.info', {}).data
  const answer = useAnswer('host.browse', path === undefined ? {} : { path }, { keepPrevious: true })
  const here = answer.data

  const entries = useMemo(() => {
    const order = collator()
    return (here?.entries ?? [])
      .filter(
        (it) =>
          it.folder ||
          (what !== 'openFolder' &&
            (all || endings.length === 0 || endings.some((end) => it.name.toLowerCase().endsWith(end)))),
      )
      .toSorted((a, b) => Number(b.folder) - Number(a.folder) || order.compare(a.name, b.name))
  }, [here, what, all, endings])

  const done = (paths: string[] | null) => {
    close()
    onDone(paths)
  }
  const enter = (folder: string) => {
    setPath(folder)
    setTyped(null)
    setChosen(new Set())
    setActive(0)
    list.current?.focus()
  }
  const openRow = (index: number) => {
    const entry = entries[index]
    if (!entry) return
    if (entry.folder) enter(entry.path)
    else if (what === 'save') setName(entry.name)
    else done(chosen.size > 0 && chosen.has(entry.path) ? [...chosen] : [entry.path])
  }
  const toggle = (index: number) => {
    const entry = entries[index]
    if (!entry || entry.folder) return
    const next = new Set(chosen)
    if (!next.delete(entry.path)) next.add(entry.path)
    setChosen(next)
  }

  const activeEntry = entries[active]
  const exists = what === 'save' && entries.some((it) => it.name === name)
  const target =
    here &&
    (here.path.endsWith(info?.pathSeparator ?? '/') ? here.path : here.path + (info?.pathSeparator ?? '/'))
  const ready =
    what === 'open'
      ? chosen.size > 0 || (activeEntry !== undefined && !activeEntry.folder)
      : what === 'save'
        ? name.trim() !== '' && !exists
        : !!here
  const finish = (event?: FormEvent) => {
    event?.preventDefault()
    if (!ready || !here) return
    if (what === 'open') done(chosen.size > 0 ? [...chosen] : [activeEntry!.path])
    else done([what === 'save' ? target + name.trim() : here.path])
  }

  return (
    <Dialog
      title={title}
      size="m"
      onClose={() => done(null)}
      initialFocus={what === 'save' ? nameField : undefined}
      footer={
        <>
          <Button variant="quiet" onClick={() => done(null)}>
            {t('frame.cancel')}
          </Button>
          <Button variant="primary" disabled={!ready} onClick={() => finish()}>
            {what === 'openFolder'
              ? t('browse.chooseThis')
              : what === 'save'
                ? t('browse.save')
                : chosen.size > 1
                  ? t('browse.openCount', { count: chosen.size })
                  : t('browse.open')}
          </Button>
        </>
      }
    >
      <div className="projects-browse">
        <form
          className="projects-browse-path"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed === null) return
            if (what === 'open' && endings.some((it) => typed.toLowerCase().endsWith(it))) done([typed])
            else enter(typed)
          }}
        >
          <IconButton
            icon={ArrowUp}
            label={t('browse.up')}
            shortcut="Alt+Up"
            disabled={!here?.parent}
            onClick={() => here?.parent && enter(here.parent)}
          />
          <TextField
            className="projects-grow"
            label={t('browse.path')}
            hideLabel
            value={typed ?? here?.path ?? ''}
            onValueChange={setTyped}
          />
          {info && (
            <>
              <Button compact variant="quiet" onClick={() => enter(info.folders.home)}>
                {t('browse.home')}
              </Button>
              <Button compact variant="quiet" onClick={() => enter(info.folders.documents)}>
                {t('browse.documents')}
              </Button>
              <Button compact variant="quiet" onClick={() => enter(info.folders.projects)}>
                {t('browse.projects')}
              </Button>
            </>
          )}
        </form>
        <div className="projects-browse-list">
          {answer.isError ? (
            <FailedState error={answer.error} onRetry={() => enter(info?.folders.home ?? '')} />
          ) : !here ? (
            <Skeleton lines={6} />
          ) : (
            <>
              <VirtualList
                ref={list}
                label={t('browse.entries')}
                count={entries.length}
                rowHeight={28}
                activeIndex={entries.length === 0 ? -1 : Math.min(active, entries.length - 1)}
                onActiveIndexChange={(index, { mod, mouse }) => {
                  setActive(index)
                  if (many && mod) toggle(index)
                  else if (mouse) setChosen(new Set())
                }}
                onOpen={openRow}
                multiselectable={many}
                isSelected={(index) =>
                  chosen.has(entries[index]!.path) || (chosen.size === 0 && index === active)
                }
                onKeyDown={(event) => {
                  if (event.key === ' ' && many) {
                    event.preventDefault()
                    toggle(active)
                  } else if (event.key === 'Backspace' && here.parent) enter(here.parent)
                  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
                    const start = event.key.toLowerCase()
                    const from = active + 1
                    const found = [...entries.slice(from), ...entries.slice(0, from)].find((it) =>
                      it.name.toLowerCase().startsWith(start),
                    )
                    if (found) {
                      setActive(entries.indexOf(found))
                      list.current?.scrollTo(entries.indexOf(found))
                    }
                  }
                }}
                renderRow={(index) => {
                  const entry = entries[index]!
                  const Icon = entry.folder ? Folder : File
                  return (
                    <div
                      className={
                        chosen.has(entry.path) ? 'projects-entry projects-entry-on' : 'projects-entry'
                      }
                    >
                      <Icon
                        size={14}
                        aria-label={entry.folder ? t('browse.folder') : undefined}
                        aria-hidden={!entry.folder}
                      />
                      <span>{entry.name}</span>
                      {!entry.folder && (
                        <span className="projects-entry-size">{formatBytes(entry.byteLength)}</span>
                      )}
                    </div>
                  )
                }}
              />
              {entries.length === 0 && (
                <div className="projects-browse-empty">
                  <EmptyState title={t('browse.empty')} />
                </div>
              )}
            </>
          )}
        </div>
        {what === 'save' && (
          <form onSubmit={finish}>
            <TextField
              ref={nameField}
              label={t('browse.name')}
              value={name}
              onValueChange={setName}
              error={exists ? t('browse.exists') : undefined}
            />
          </form>
        )}
        {what === 'open' && endings.length > 0 && (
          <Checkbox label={t('browse.allFiles')} checked={all} onCheckedChange={setAll} />
        )}
      </div>
    </Dialog>
  )
}
