import type { Provenance } from '@shared/model/provenance.ts'
import { formatMoment, useText } from '../../state/i18n.ts'

/** Who made something, how and when. */
export function ProvenanceLine({ provenance }: { provenance: Provenance }) {
  const t = useText()
  return (
    <p className="inspector-provenance">
      {[t(`inspector.how.${provenance.madeHow}`), provenance.madeBy, formatMoment(provenance.madeAt)]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
