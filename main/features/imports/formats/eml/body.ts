import { decoded } from '../../files/charset.ts'
import { htmlText } from '../../files/htmlText.ts'
import { field, type MimePart } from '../../files/mime.ts'
import type { Guesses } from '../../reading/types.ts'
import { unflowed } from './flowed.ts'

/** What a mail says to its reader. */
export interface MailBody {
  readonly text: string
  /** Stated in the head of its HTML. */
  readonly facts: Guesses
  /** Names (else types) of the files sent along. */
  readonly attachments: readonly string[]
  /** The mail enclosed, where there is nothing but it. */
  readonly only?: MimePart
}

const nothing: MailBody = { text: '', facts: {}, attachments: [] }

/** Shown inside the text: everything that is text but calendars, address cards and the like. */
const isText = (part: MimePart): boolean =>
  part.type.startsWith('text/') &&
  !/^text\/(?:calendar|x-?vcard|vcard|css|csv|x-amp-html|rtf)$/.test(part.type)

const leaf = (part: MimePart): MailBody => {
  const { text } = decoded(part.body(), part.parameters.get('charset'))
  if (part.type === 'text/html') {
    const page = htmlText(text)
    return { ...nothing, text: page.text, facts: page.facts }
  }
  const isFlowed = part.parameters.get('format')?.toLowerCase() === 'flowed'
  const shown = isFlowed ? unflowed(text, part.parameters.get('delsp')?.toLowerCase() === 'yes') : text
  return { ...nothing, text: shown.replace(/^\n+/, '').trimEnd() }
}

/** Plain text is exact; but many newsletters only say in it that there is HTML. */
const alternative = (parts: readonly MimePart[]): MailBody => {
  const bodies = parts.map((it) => ({ body: mailBody(it), isPlain: it.type === 'text/plain' }))
  const plain = bodies.find((it) => it.isPlain && it.body.text !== '')?.body
  const rich = bodies.findLast((it) => !it.isPlain && it.body.text !== '')?.body
  const attachments = bodies.flatMap((it) => it.body.attachments)
  const isStub = plain && rich && plain.text.length < 400 && rich.text.length > 4 * plain.text.length
  const chosen = (isStub ? rich : (plain ?? rich)) ?? nothing
  return { ...chosen, facts: rich?.facts ?? {}, attachments }
}

const joined = (bodies: readonly MailBody[]): MailBody => ({
  text: bodies
    .map((it) => it.text)
    .filter((it) => it !== '')
    .join('\n\n'),
  facts: Object.assign({}, ...bodies.map((it) => it.facts).reverse()) as Guesses,
  attachments: bodies.flatMap((it) => it.attachments),
})

/** The lines mail programs put above a forwarded mail. */
const forwardedHead = (mail: MimePart, decode: (value: string) => string): string =>
  ['From', 'To', 'Date', 'Subject']
    .map((name) => [name, decode(field(mail, name.toLowerCase()))] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** `decode`: RFC 2047 words. Recursion is bounded by the depth of the parts. */
export const mailBody = (part: MimePart, decode: (value: string) => string = (it) => it): MailBody => {
  if (part.type.startsWith('message/') && part.parts[0]) {
    const inner = mailBody(part.parts[0], decode)
    return {
      ...inner,
      text: [forwardedHead(part.parts[0], decode), inner.text].filter((it) => it !== '').join('\n\n'),
    }
  }
  if (part.type === 'multipart/alternative') return alternative(part.parts)
  if (part.parts.length > 0) {
    const bodies = part.parts.map((it) => mailBody(it, decode))
    const texts = part.parts.filter((_, index) => bodies[index]!.text !== '')
    const [first] = texts
    const only = texts.length === 1 && first!.type.startsWith('message/') ? first!.parts[0] : undefined
    // Pictures of the page and signatures are no files anybody sent.
    return { ...joined(bodies), ...(only && { only }) }
  }
  const isSilent = /^(?:application\/(?:pgp|pkcs7|x-pkcs7)-signature|message\/delivery-status)$/.test(
    part.type,
  )
  if (isText(part) && !part.isAttachment) return leaf(part)
  const isOfPage = part.fields.has('content-id') && !part.isAttachment
  return isSilent || isOfPage ? nothing : { ...nothing, attachments: [decode(part.fileName) || part.type] }
}
