import { ReaderView } from './ReaderView.tsx'

/** A second article beside the first. */
export function Reader2Panel() {
  return <ReaderView side="second" panel="reader2" />
}
