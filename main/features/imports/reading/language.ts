import { detectAll } from 'tinyld'
import type { Confidence } from './types.ts'

/** Function words that no text of the language does without, and that the other one does not use. */
const functionWords: Record<string, Set<string>> = {
  de: new Set(
    'der die das und ist nicht mit auf für von dem den des ein eine einen einer sich auch als nach wird werden bei über zum zur aus sind hat haben dass im vom noch nur oder wie'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to a that is for it with as was on are by this be at from has have its will which an been their more than also but not'.split(
      ' ',
    ),
  ),
}

const fewWords = 8

const otherLatin = [
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pl',
  'sv',
  'da',
  'no',
  'fi',
  'cs',
  'hu',
  'ro',
  'tr',
  'vi',
  'id',
]

const scripts: { language: string; pattern: RegExp }[] = [
  { language: 'ja', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: 'ko', pattern: /\p{Script=Hangul}/gu },
  { language: 'zh', pattern: /\p{Script=Han}/gu },
  { language: 'cyrillic', pattern: /\p{Script=Cyrillic}/gu },
  { language: 'ar', pattern: /\p{Script=Arabic}/gu },
  { language: 'he', pattern: /\p{Script=Hebrew}/gu },
  { language: 'el', pattern: /\p{Script=Greek}/gu },
  { language: 'th', pattern: /\p{Script=Thai}/gu },
]

/** The language of a text as an ISO 639-1 code; undefined where there are too few words to tell. */
export function detectLanguage(text: string): { language: string; confidence: Confidence } | undefined {
  const sample = text.slice(0, 20_000)
  const byScript = detectScript(sample)
  if (byScript === 'cyrillic') return best(sample, ['ru', 'uk', 'bg', 'sr'])
  if (byScript) return { language: byScript, confidence: 'likely' }

  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length === 0) return undefined
  const share = (language: string) =>
    words.filter((word) => functionWords[language]!.has(word)).length / words.length
  const [de, en] = [share('de'), share('en')]
  if (de > 0.1 && de > 2.5 * en) return { language: 'de', confidence: 'likely' }
  if (en > 0.1 && en > 2.5 * de) return { language: 'en', confidence: 'likely' }
  // Letters of a few words look like any language; only those expected here are guessed from them.
  return best(sample, words.length < fewWords ? ['de', 'en'] : ['de', 'en', ...otherLatin])
}

/** A Chinese character says as much as a word, so a quarter of the letters is enough to call a text Chinese. */
function detectScript(sample: string): string | undefined {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return undefined
  const shares = scripts.map(({ language, pattern }) => ({
    language,
    share: (sample.match(pattern)?.length ?? 0) / letters,
  }))
  const kana = shares.find(({ language }) => language === 'ja')!
  const han = shares.find(({ language }) => language === 'zh')!
  // Chinese texts quote Japanese names; Japanese ones are a third kana.
  if (kana.share > 0.15 || (kana.share > 0.05 && kana.share > han.share / 3)) return 'ja'
  return shares.find(({ language, share }) => language !== 'ja' && share > 0.25)?.language
}

function best(sample: string, only: string[]): { language: string; confidence: Confidence } | undefined {
  const found = detectAll(sample.slice(0, 4000), { only })[0]
  return found && found.accuracy > 0 ? { language: found.lang, confidence: 'guess' } : undefined
}
