/** Groups whose content is no text of the document. Unknown ones marked `\*` are passed over as well. */
export const skippedGroups = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator filetbl revtbl xmlnstbl themedata colorschememapping latentstyles datastore info pict objdata objclass objname fldinst header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor atndate atnref atnicn atnparent atrfstart atrfend bkmkstart bkmkend listtext pntext pntxta pntxtb pnseclvl sp sn sv shprslt nonesttables tc xe template mmathPr wgrffmtfilter passwordhash userprops docvar blipuid picprop falt panose fontemb background htmltag mhtmltag'.split(
    ' ',
  ),
)

/** Marked `\*`, and text nevertheless: text boxes, Unicode twins. */
export const readGroups = new Set(['shpinst', 'shptxt', 'ud', 'footnote', 'nesttableprops'])

/** Control words that are characters. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

export const symbols: Readonly<Record<string, string>> = {
  '{': '{',
  '}': '}',
  '\\': '\\',
  '~': '\u00a0',
  '-': '\u00ad',
  _: '\u2011',
  '\t': '\t',
}

/** `\fcharset` → encoding; others and 0, 1 mean the document's own. */
export const charsets: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'cp932',
  129: 'cp949',
  134: 'gb18030',
  136: 'cp950',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  254: 'cp437',
  255: 'cp850',
}

/** Code pages whose names differ from `cp` and their number. */
export const codePages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** Primary language of a Windows language number (its lower ten bits). */
export const languages: Readonly<Record<number, string>> = {
  1: 'ar',
  4: 'zh',
  5: 'cs',
  6: 'da',
  7: 'de',
  8: 'el',
  9: 'en',
  10: 'es',
  11: 'fi',
  12: 'fr',
  14: 'hu',
  16: 'it',
  17: 'ja',
  18: 'ko',
  19: 'nl',
  20: 'no',
  21: 'pl',
  22: 'pt',
  24: 'ro',
  25: 'ru',
  29: 'sv',
  31: 'tr',
  34: 'uk',
}
