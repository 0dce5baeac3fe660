/** What the library throws: its own kinds of errors, or any other one out of its code. */
const isOfLibrary = (thrown: unknown): boolean => {
  const { name = '', stack = '' } = (thrown ?? {}) as Partial<Error>
  return /Exception$|^(?:Format|Jpeg|Jpx|Jbig2|DNLMarker|EOIMarker)Error$/.test(name) || /\bpdf/i.test(stack)
}

const ignoreStray = (thrown: unknown): void => {
  if (!isOfLibrary(thrown)) throw thrown
}

/**
 * In damaged files the library loses sight of promises of its own that fail, which would end the thread and with it the
 * whole import; what it was asked for fails by itself and is told. Rejections of others stay what they are.
 */
export const withoutStrays = async <T>(work: () => Promise<T>): Promise<T> => {
  process.on('unhandledRejection', ignoreStray)
  try {
    return await work()
  } finally {
    // Node tells of them when all that waits for the current turn has run.
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', ignoreStray)
  }
}
