import type { Reader } from '../types.ts'

/** Plain text as it is. */
export const txt: Reader = {
  id: 'txt',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  mediaTypes: ['text/plain'],
  recognise: () => 0.35,
  read: (text) => ({ text, guesses: {}, warnings: [] }),
}
