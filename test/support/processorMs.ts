/** Milliseconds of processor time this thread has used; unlike the clock, it stands still while others have the machine. */
export const processorMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
