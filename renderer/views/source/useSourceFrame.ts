/** What happens in the frame of the original: scrolling in step, clicks that lead to the text, keys handed on. */
import { type RefObject, useEffect, useRef } from 'react'
import { useSelection } from '../../state/selection.ts'
import { lead, leadingEvents, leads, useScrollLink } from './scrollLink.ts'
import { type Block, heightOf, offsetAt } from './scrollSync.ts'
import { sourceStyle } from './sourceStyle.ts'

/** Pixels left above the passage that is scrolled to. */
const margin = 12

/** Blocks that became text, in order of their place in it, with their heights in the page. */
const measure = (page: Document): Block[] => {
  const scrolled = page.defaultView?.scrollY ?? 0
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-start]')]
    .filter((it) => !it.classList.contains('cut'))
    .map((it) => {
      const { top, bottom } = it.getBoundingClientRect()
      return {
        start: Number(it.dataset.start),
        end: Number(it.dataset.end),
        top: top + scrolled,
        bottom: bottom + scrolled,
      }
    })
    .sort((a, b) => a.start - b.start)
  const [first, ...rest] = blocks
  // What stands before the text belongs to its beginning: who reads the title sees the head of the page.
  return first ? [{ ...first, top: Math.min(first.top, margin) }, ...rest] : []
}

const plain = (text: string): string =>
  text
    .replace(/^#+\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Headings the page does not know as such: the title, which is kept apart from the text and so lies outside of it or is
 * a plain line of a text file, and the `##` of Markdown.
 */
const markHeadings = (page: Document, title: string): void => {
  for (const it of page.querySelectorAll('.outside, p[data-start], .sheet g[data-start]'))
    if (title !== '' && plain(it.textContent) === plain(title)) {
      it.classList.remove('outside')
      it.classList.add('title')
    } else if (/^#{1,6} /.test(it.textContent)) it.classList.add('head')
}

/** Marks the blocks that a stretch of the text stands in; UTF-16, half-open. */
const markPlace = (page: Document | null | undefined, start: number, end: number): void => {
  for (const it of page?.querySelectorAll<HTMLElement>('[data-start]') ?? []) {
    const isHere = Number(it.dataset.start) < Math.max(end, start + 1) && Number(it.dataset.end) > start
    it.classList.toggle('here', isHere)
  }
}

/** A key pressed in the frame is a key pressed in the panel: the program's shortcuts go on working. */
const handOn = (frame: HTMLIFrameElement) => (event: KeyboardEvent) => {
  const copy = new KeyboardEvent('keydown', {
    key: event.key,
    code: event.code,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altKey: event.altKey,
    shiftKey: event.shiftKey,
    bubbles: true,
    cancelable: true,
  })
  if (!frame.dispatchEvent(copy)) event.preventDefault()
}

export const useSourceFrame = (
  frame: RefObject<HTMLIFrameElement | null>,
  articleId: number | null,
  title: string,
) => {
  const blocks = useRef<Block[]>([])
  const teardown = useRef<() => void>(() => {})

  useEffect(() => () => teardown.current(), [])

  // A place somebody goes to is marked, and scrolled to unless they came from here.
  useEffect(() => {
    if (articleId === null) return
    return useSelection.subscribe(({ landing }, before) => {
      if (!landing || landing === before.landing || landing.articleId !== articleId) return
      markPlace(frame.current?.contentDocument, landing.start, landing.end)
      if (!leads('source'))
        frame.current?.contentWindow?.scrollTo({ top: heightOf(blocks.current, landing.start) - margin })
    })
  }, [frame, articleId])

  useEffect(() => {
    if (articleId === null) return
    return useScrollLink.subscribe((link) => {
      if (link.by !== 'reader' || link.articleId !== articleId || !leads('reader')) return
      frame.current?.contentWindow?.scrollTo({ top: heightOf(blocks.current, link.offset) - margin })
    })
  }, [frame, articleId])

  /** To be called when the frame has loaded a page. */
  return (): void => {
    teardown.current()
    const element = frame.current
    const page = element?.contentDocument
    const view = page?.defaultView
    if (!element || !page || !view || articleId === null) return

    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet()
    page.adoptedStyleSheets = [sheet]
    markHeadings(page, title)
    const dress = (): void => {
      sheet.replaceSync(sourceStyle())
      blocks.current = measure(page)
    }
    dress()
    const link = useScrollLink.getState()
    if (link.articleId === articleId) view.scrollTo({ top: heightOf(blocks.current, link.offset) - margin })
    const { landing } = useSelection.getState()
    if (landing?.articleId === articleId) markPlace(page, landing.start, landing.end)

    const scrolled = (): void => {
      if (leads('source'))
        useScrollLink.getState().publish(articleId, offsetAt(blocks.current, view.scrollY + margin), 'source')
    }
    const clicked = (event: MouseEvent): void => {
      event.preventDefault()
      const block = (event.target as Element | null)?.closest?.('[data-start]') as HTMLElement | null
      if (!block || block.classList.contains('cut') || !view.getSelection()?.isCollapsed) return
      const [start, end] = [Number(block.dataset.start), Number(block.dataset.end)]
      if (start < end) useSelection.getState().standOn(articleId, start, end)
    }
    const leading = (): void => lead('source')
    const keys = handOn(element)
    page.addEventListener('scroll', scrolled, { passive: true })
    page.addEventListener('click', clicked)
    page.addEventListener('keydown', keys)
    for (const name of leadingEvents) page.addEventListener(name, leading, { passive: true })
    const resized = new ResizeObserver(() => {
      blocks.current = measure(page)
    })
    resized.observe(element)
    const themed = new MutationObserver(dress)
    themed.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
    teardown.current = () => {
      resized.disconnect()
      themed.disconnect()
    }
  }
}
