import { ReaderHeader } from './ReaderHeaderRight.tsx'

export function Reader2HeaderRight() {
  return <ReaderHeader side="second" />
}
