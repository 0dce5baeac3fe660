import './sets.css'
import type { ImportSet } from '@shared/model/importSet.ts'
import { useAnswer } from '../../../api/queries.ts'
import { useText } from '../../../state/i18n.ts'
import { NoticeList } from '../NoticeList.tsx'
import { ReadOptions } from '../ReadOptions.tsx'
import { useReading } from '../useReading.ts'
import { LabelMap } from './LabelMap.tsx'
import { PeopleMap } from './PeopleMap.tsx'
import { Positions } from './Positions.tsx'
import { References } from './References.tsx'
import { Section } from './Section.tsx'
import { SetChoices } from './SetChoices.tsx'
import { SetHead } from './SetHead.tsx'
import { SetPreview } from './SetPreview.tsx'

/** A set that waits: what was found in its files, and what is to become of it. */
export function SetView({ set }: { set: ImportSet }) {
  const t = useText()
  const survey = useReading({ set: set.id })
  const schema = useAnswer('schema.get', {}).data
  const formats = useAnswer('imports.formats', {}).data ?? []
  const format = formats.find((it) => it.id === set.format)
  const { problems, problemCount } = set.survey
  // Graphs have none.
  const hasTexts = set.kind === 'annotations' && set.survey.preview.length > 0
  const problemsTitle = t('import.set.problems', { count: problemCount })
  return (
    <section className="set" aria-label={set.name} aria-busy={survey.running}>
      <SetHead set={set} formats={formats} survey={survey} />
      <div className={hasTexts ? 'set-body' : 'set-body set-body-plain'}>
        <div className="set-work">
          {set.kind === 'annotations' && (
            <>
              {/* What needs a decision comes first. */}
              {set.survey.mismatchCount > 0 && <Positions set={set} />}
              <LabelMap set={set} schema={schema} />
              {set.survey.mismatchCount === 0 && <Positions set={set} />}
              <PeopleMap set={set} />
              <SetChoices set={set} />
            </>
          )}
          {set.kind === 'references' && <References set={set} />}
          {set.kind === 'dataset' && <p className="set-fact">{t('import.set.datasetHint')}</p>}
          {format && format.options.length > 0 && (
            <Section title={t('import.set.options')}>
              <ReadOptions format={format} options={set.options} onRead={(it) => survey.start(it)} />
            </Section>
          )}
          {problemCount > 0 && (
            <Section title={problemsTitle}>
              <NoticeList
                label={problemsTitle}
                items={problems.map(({ file, place, notice }) => ({
                  name: place === '' ? file : `${file}: ${place}`,
                  reason: notice,
                }))}
                total={problemCount}
              />
            </Section>
          )}
        </div>
        {hasTexts && <SetPreview set={set} schema={schema} />}
      </div>
    </section>
  )
}
