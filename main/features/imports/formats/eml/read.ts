import { decodeWords } from 'postal-mime'
import { field, type MimePart, readMime } from '../../files/mime.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { findDate } from '../../reading/dates.ts'
import type { Guess, Guesses, Notice } from '../../reading/types.ts'
import type { ReadArticle, ReadContext } from '../format.ts'
import { mailBody } from './body.ts'
import { isMsg } from './msg.ts'

const decode = (value: string): string => decodeWords(value).replace(/\s+/g, ' ').trim()

/** Name of a sender: `"Name" <a@b>`, `a@b (Name)`, else the address. */
const senderName = (value: string): string => {
  const [, before = ''] = /^"?([^"<]{0,300}?)"?\s*<[^>]{0,300}>/.exec(value) ?? []
  const [, behind = ''] = /\(([^()]{1,300})\)\s*$/.exec(value) ?? []
  return before.trim() || behind.trim() || value.replace(/[<>]/g, '').trim()
}

const guess = (value: string, from: string, confidence: Guess['confidence'] = 'certain'): Guess => ({
  value,
  from,
  confidence,
})

const stated = (mail: MimePart): Guesses => {
  const guesses: Guesses = {}
  const read = (name: string): string => decode(field(mail, name))
  const subject = read('subject')
  if (subject !== '') guesses.title = guess(subject, 'Subject')
  const date = findDate(field(mail, 'date')) ?? findDate(field(mail, 'resent-date'))
  if (date) guesses.publishedOn = guess(date, 'Date')
  const from = senderName(read('from') || read('sender'))
  if (from !== '') {
    guesses.author = guess(from, 'From')
    // What goes out to a list is published by its sender.
    const isList = ['list-id', 'list-unsubscribe', 'list-post'].some((it) => mail.fields.has(it))
    if (isList) guesses.publisher = guess(from, 'From', 'likely')
  }
  const address = /https?:\/\/[^\s<>"]{4,2000}/.exec(field(mail, 'archived-at'))?.[0]
  if (address) guesses.sourceUrl = guess(address, 'Archived-At')
  const language = /^[a-z]{2,3}/i.exec(field(mail, 'content-language'))?.[0]
  if (language) guesses.language = guess(language.toLowerCase(), 'Content-Language')
  return guesses
}

const warningsOf = (path: string, attachments: readonly string[]): Notice[] => {
  if (attachments.length === 0) return []
  const names = attachments.slice(0, 10).join(', ').slice(0, 500)
  return [
    {
      code: 'import.attachments',
      message: `${path} has attachments that were not read: ${names}. Save them and import them for themselves.`,
      params: { count: attachments.length, names },
    },
  ]
}

function* readMail(
  mail: MimePart,
  file: SetFile,
  context: ReadContext,
  place: string,
): Generator<ReadArticle> {
  // A digest is a mail of mails.
  if (mail.type === 'multipart/digest') {
    for (const [index, it] of mail.parts.entries()) {
      yield* readMail(it.parts[0] ?? it, file, context, `${place}part ${index + 1}`)
    }
    return
  }
  const enclosed = mail.type.startsWith('message/') ? mail.parts[0] : undefined
  const body = mailBody(enclosed ?? mail, decode)
  const only = enclosed ?? body.only
  const shown = only && body.only ? mailBody(only, decode) : body
  if (shown.text.trim() === '') {
    context.problem(file, place, {
      code: 'import.mail_empty',
      message: `${file.path}${place && `, ${place}`}: the mail holds no text. It was left out.`,
      params: { place },
    })
    return
  }
  const language = shown.facts.language
  yield {
    text: shown.text,
    guesses: { ...(language && { language }), ...stated(mail), ...(only && stated(only)) },
    warnings: warningsOf(file.path, body.attachments),
  }
}

/** Mails of a mailbox: each after a line `From …` behind an empty line; quoted ones (`>From `) are text. */
const mailsOf = (bytes: Buffer): Buffer[] => {
  if (bytes.toString('latin1', 0, 5) !== 'From ') return [bytes]
  const starts = [0]
  for (let at = bytes.indexOf('\nFrom '); at >= 0; at = bytes.indexOf('\nFrom ', at + 1)) {
    const isAfterBlank = bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10)
    const line = bytes.toString('latin1', at + 1, at + 300).split('\n', 2)
    if (isAfterBlank && /\d{4}\s*$/.test(line[0]!) && /^[!-9;-~]{1,60}:/.test(line[1] ?? ''))
      starts.push(at + 1)
  }
  return starts.map((start, index) => {
    const whole = bytes.subarray(start, starts[index + 1] ?? bytes.length)
    const isSeveral = starts.length > 1
    const mail = whole.subarray(whole.indexOf(10) + 1)
    return isSeveral ? Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1') : mail
  })
}

/** @throws Unreadable `import.msg` · `import.mime` · `import.too_large` */
export function* readMails(file: SetFile, context: ReadContext): Generator<ReadArticle> {
  const bytes = file.bytes()
  if (isMsg({ bytes: bytes.subarray(0, 1 << 18), name: file.name })) {
    throw new Unreadable(
      'import.msg',
      `${file.path} is a message of Outlook (MSG), which is not read. Save it as EML or text and import that.`,
    )
  }
  const mails = mailsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  for (const [index, it] of mails.entries()) {
    const place = mails.length > 1 ? `mail ${index + 1}` : ''
    for (const article of readMail(readMime(it, file.path), file, context, place)) {
      yield mails.length === 1
        ? article
        : {
            ...article,
            name: `${file.name} ${index + 1}`,
            original: { bytes: it, mediaType: 'message/rfc822' },
          }
    }
  }
}
