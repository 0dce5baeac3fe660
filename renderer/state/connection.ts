import { create } from 'zustand'

/** Whether the core answers. Starts as true: the first call tells soon enough. */
export const useConnection = create<{ connected: boolean }>()(() => ({ connected: true }))
