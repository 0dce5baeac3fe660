import { ReaderView } from './ReaderView.tsx'

export function ReaderPanel() {
  return <ReaderView side="first" panel="reader" />
}
