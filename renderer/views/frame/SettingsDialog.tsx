import { languages } from '@shared/messages/define.ts'
import { faces, readingSizes, setAppearance, themes, useAppearance } from '../../state/appearance.ts'
import { languageName, systemLanguage, useText } from '../../state/i18n.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'

/** Each language by its own name, so that it is found by those who read no other. */
const ownNames = { en: 'English', de: 'Deutsch', zh: '简体中文' } as const

/** How the program looks and what it speaks. Changes hold at once. */
export function SettingsDialog({ close }: OverlayComponentProps<'settings'>) {
  const t = useText()
  const { theme, language, readingFace, readingSize } = useAppearance()
  return (
    <Dialog title={t('frame.settings')} size="s" onClose={close}>
      <div className="frame-settings">
        <Select
          label={t('frame.settings.looks')}
          value={theme}
          onValueChange={(value) => setAppearance({ theme: value })}
          options={themes.map((it) => ({ value: it, label: t(`frame.theme.${it}`) }))}
        />
        <Select
          label={t('frame.settings.language')}
          value={language}
          onValueChange={(value) => setAppearance({ language: value })}
          options={[
            {
              value: 'system' as const,
              label: t('frame.settings.languageSystem', { name: languageName(systemLanguage()) }),
            },
            ...languages.map((it) => ({ value: it, label: ownNames[it] })),
          ]}
        />
        <Select
          label={t('frame.settings.face')}
          value={readingFace}
          onValueChange={(value) => setAppearance({ readingFace: value })}
          options={faces.map((it) => ({ value: it, label: t(`frame.settings.${it}`) }))}
        />
        <Select
          label={t('frame.settings.size')}
          value={String(readingSize)}
          onValueChange={(value) => setAppearance({ readingSize: Number(value) })}
          options={readingSizes.map((it) => ({
            value: String(it),
            label: t('frame.settings.pixels', { count: it }),
          }))}
        />
        <p className="frame-settings-sample">{t('frame.settings.sample')}</p>
      </div>
    </Dialog>
  )
}
