import type { Step } from '@shared/contract/history.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../api/client.ts'

const pageSize = 200

/** The steps of the history, newest first, in growing pages; steps that other work has replaced are left out. */
export const useSteps = () => {
  const pages = useInfiniteQuery({
    // The key begins with the method, so that live updates find it like any other answer.
    queryKey: ['history.list', 'pages'],
    queryFn: ({ pageParam }) =>
      call('history.list', { limit: pageSize, ...(pageParam > 0 ? { before: pageParam } : {}) }),
    initialPageParam: 0,
    getNextPageParam: (last: Step[]) => (last.length === pageSize ? last.at(-1)!.seq : undefined),
  })
  const steps = useMemo(
    () => pages.data?.pages.flat().filter((it) => it.state !== 'dropped') ?? [],
    [pages.data],
  )
  return { ...pages, steps }
}
