export const defaultMaxBytes = 100 * 1024 * 1024
