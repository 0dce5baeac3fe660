import type { ArticleFormat, Probe, Recognition } from '../format.ts'
import { isMsg } from './msg.ts'

/** Fields only a mail has; with one more known field they make one. */
const strong =
  /^(?:message-id|mime-version|received|return-path|delivered-to|x-mailer|dkim-signature|list-id)$/
const known =
  /^(?:from|to|cc|bcc|subject|date|sender|reply-to|content-type|content-transfer-encoding|in-reply-to|references|user-agent|x-[a-z-]{2,40})$/

/** Names of the fields at the start of a text, in lower case; [] where it does not start with fields. */
const headerNames = (text: string): string[] => {
  const lines = text.slice(0, 64_000).split('\n', 200)
  const names: string[] = []
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '')
    if (line === '') break
    if (index === 0 && /^From \S/.test(line)) continue
    if (/^[ \t]/.test(line) && names.length > 0) continue
    const name = /^([!-9;-~]{1,60}):/.exec(line)?.[1]
    if (name === undefined) break
    names.push(name.toLowerCase())
  }
  return names
}

const recognise = (probe: Probe): Recognition | null => {
  if (isMsg(probe)) return { score: 0.95, why: 'it is a message of Outlook (MSG)' }
  const names = headerNames(probe.text)
  const said = names.filter((it) => strong.test(it))
  const others = new Set(names.filter((it) => known.test(it)))
  const isMultipart = /^content-type:\s*multipart\/[\s\S]{0,300}?boundary/im.test(probe.text.slice(0, 8000))
  if (said.length > 0 && others.size + said.length > 1)
    return { score: 0.93, why: `it starts with the fields of a mail (${said[0]})` }
  if (names.includes('content-type') && isMultipart)
    return { score: 0.85, why: 'it starts with Content-Type: multipart' }
  const asks = ['from', 'subject', 'to', 'date'].filter((it) => others.has(it)).length
  if (others.has('from') && asks >= 2)
    return { score: asks > 2 ? 0.8 : 0.6, why: 'it starts with From: and other fields of a mail' }
  return null
}

/** RFC 5322 mails with MIME parts, and mailboxes of several (RFC 4155). Recognised by their fields, whatever they are named. */
export const eml: ArticleFormat = {
  kind: 'articles',
  id: 'eml',
  name: 'E-mail (EML, MBOX)',
  extensions: ['eml', 'mbox', 'msg'],
  mediaTypes: ['message/rfc822', 'application/mbox'],
  options: [],
  recognise,
  read: async function* (file, context) {
    const { readMails } = await import('./read.ts')
    yield* readMails(file, context)
  },
}
