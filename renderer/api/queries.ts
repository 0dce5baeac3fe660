import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query'
import type { AnyMethod, CallError, MethodInput, MethodOutput } from './client.ts'
import { call } from './client.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Answers go stale only when the core says so (see liveUpdates.ts), never by time or focus.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: false,
      gcTime: 5 * 60_000,
    },
  },
})

interface AnswerOptions {
  enabled?: boolean
  /** Keep showing the last answer while a new input is asked (lists while typing). */
  keepPrevious?: boolean
}

/** The core's answer to a query, kept fresh by itself. */
export const useAnswer = <M extends AnyMethod>(
  method: M,
  input: MethodInput<M>,
  { enabled = true, keepPrevious = false }: AnswerOptions = {},
): UseQueryResult<MethodOutput<M>, CallError> =>
  useQuery<MethodOutput<M>, CallError>({
    queryKey: [method, input],
    queryFn: () => call(method, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })

/** The core's answers to the same query about several things, in their order. */
export const useAnswers = <M extends AnyMethod>(
  method: M,
  inputs: readonly MethodInput<M>[],
): UseQueryResult<MethodOutput<M>, CallError>[] =>
  useQueries({
    queries: inputs.map((input) => ({
      queryKey: [method, input] as const,
      queryFn: (): Promise<MethodOutput<M>> => call(method, input),
    })),
  }) as UseQueryResult<MethodOutput<M>, CallError>[]
