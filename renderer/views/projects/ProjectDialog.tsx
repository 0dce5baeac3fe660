import { type FormEvent, useState } from 'react'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { failureText } from '../../state/failureText.ts'
import { language, useText } from '../../state/i18n.ts'
import { failureOf } from '../../state/notices.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { pickToSave } from '../../state/pickFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { fileName } from './doing.ts'
import './projects.css'

function NameForm({
  title,
  initial,
  submit,
  onSubmit,
  close,
  place,
}: {
  title: string
  initial: string
  submit: string
  onSubmit(name: string): Promise<unknown>
  close(): void
  place?: (name: string) => React.ReactNode
}) {
  const t = useText()
  const [name, setName] = useState(initial)
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || busy) return
    setBusy(true)
    try {
      await onSubmit(name.trim())
      close()
    } catch (thrown) {
      setError(failureText(failureOf(thrown), t))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      size="s"
      onClose={close}
      footer={
        <>
          <Button variant="quiet" onClick={close}>
            {t('frame.cancel')}
          </Button>
          <Button type="submit" form="project-name" variant="primary" disabled={name.trim() === '' || busy}>
            {submit}
          </Button>
        </>
      }
    >
      <form id="project-name" className="projects-form" onSubmit={go}>
        <TextField
          label={t('projects.name')}
          value={name}
          onValueChange={(value) => {
            setName(value)
            setError('')
          }}
          onFocus={(event) => event.target.select()}
          error={error || undefined}
        />
        {place?.(name)}
      </form>
    </Dialog>
  )
}

function NewProject({ close }: { close(): void }) {
  const t = useText()
  const folders = useAnswer('host.info', {}).data?.folders
  const [path, setPath] = useState<string | null>(null)
  return (
    <NameForm
      title={t('projects.new')}
      initial={t('projects.untitled')}
      submit={t('projects.create')}
      close={close}
      onSubmit={(name) => call('projects.create', { name, language: language(), ...(path ? { path } : {}) })}
      place={(name) => (
        <div className="projects-place">
          <span>{path ?? (folders && t('projects.defaultPlace', { folder: folders.projects }))}</span>
          <Button
            compact
            onClick={async () => {
              const chosen = await pickToSave('project', fileName(name))
              if (chosen) setPath(chosen.endsWith('.ligature') ? chosen : `${chosen}.ligature`)
            }}
          >
            {t('projects.choosePlace')}
          </Button>
        </div>
      )}
    />
  )
}

function RenameProject({ close }: { close(): void }) {
  const t = useText()
  const project = useAnswer('projects.current', {}).data
  if (!project) return null
  return (
    <NameForm
      title={t('projects.rename')}
      initial={project.name}
      submit={t('projects.renameDo')}
      close={close}
      onSubmit={(name) => call('projects.update', { name })}
    />
  )
}

/** Makes a new project, or renames the open one. */
export function ProjectDialog({ mode, close }: OverlayComponentProps<'projects'>) {
  return mode === 'rename' ? <RenameProject close={close} /> : <NewProject close={close} />
}
