import { defineMessages } from '../define.ts'

/** What the intake of files and sets says of single things that stayed out. */
export const intakeMessages = defineMessages({
  'import.notice.import.unknown': {
    en: 'This is {what} of no format that is known here. It was left out; nothing was guessed.',
    de: 'Das sind Daten ({what}) in keinem hier bekannten Format. Sie blieben draußen; geraten wurde nichts.',
    zh: '这是未知格式的数据（{what}），已略过，未作任何猜测。',
  },
  'import.notice.import.nested': {
    en: 'It lies more than {deepest} archives deep and was not opened.',
    de: 'Es liegt mehr als {deepest} Archive tief und wurde nicht geöffnet.',
    zh: '嵌套超过 {deepest} 层压缩包，未打开。',
  },
  'import.notice.import.gone': {
    en: '{file} is not where it was any more. Import it again.',
    de: '{file} ist nicht mehr dort, wo es war. Importieren Sie es erneut.',
    zh: '{file} 已不在原处，请重新导入。',
  },
  'import.notice.import.references_none': {
    en: 'The file holds no references that could be read.',
    de: 'In der Datei stehen keine Literaturangaben, die sich lesen ließen.',
    zh: '文件中没有可读取的参考文献。',
  },
  'import.notice.import.set_empty': {
    en: 'It holds nothing that could be taken in: no document, no mention, no entity and no relation.',
    de: 'Es steht nichts darin, was sich übernehmen ließe: kein Dokument, keine Fundstelle, keine Entität und keine Beziehung.',
    zh: '其中没有可导入的内容：没有文档、提及、实体或关系。',
  },
  'import.notice.import.unreadable': {
    en: 'The dataset could not be read; nothing of it was taken in. {message}',
    de: 'Der Datensatz ließ sich nicht lesen; nichts davon wurde übernommen. {message}',
    zh: '无法读取该数据集，未导入其中任何内容。{message}',
  },
  'import.notice.import.cut_off': {
    en: 'The file ends too early. It is cut off; get it again.',
    de: 'Die Datei endet zu früh. Sie ist abgeschnitten; besorgen Sie sie neu.',
    zh: '文件提前结束，已被截断，请重新获取。',
  },
  'import.notice.import.not_utf8': {
    en: 'The file is not UTF-8. Convert it to UTF-8 (its offsets count on it) and import it again.',
    de: 'Die Datei ist nicht UTF-8. Wandeln Sie sie in UTF-8 um (ihre Positionen hängen daran) und importieren Sie sie erneut.',
    zh: '文件不是 UTF-8 编码。请转换为 UTF-8（偏移量依赖于此）后重新导入。',
  },
  'import.notice.import.encoding': {
    en: 'The file declares the encoding {encoding}, which is not known here.',
    de: 'Die Datei nennt die Zeichenkodierung {encoding}, die hier unbekannt ist.',
    zh: '文件声明的编码 {encoding} 在此未知。',
  },
  'import.notice.import.json': {
    en: 'This is no complete JSON. The file is cut off or damaged.',
    de: 'Das ist kein vollständiges JSON. Die Datei ist abgeschnitten oder beschädigt.',
    zh: '这不是完整的 JSON。文件被截断或已损坏。',
  },
  'import.notice.import.xml': {
    en: 'This is no XML that can be read safely. The file is damaged, cut off, or declares entities of its own.',
    de: 'Das ist kein XML, das sich sicher lesen lässt. Die Datei ist beschädigt, abgeschnitten oder erklärt eigene Entitäten.',
    zh: '无法安全读取此 XML。文件已损坏、被截断或声明了自己的实体。',
  },
  'import.notice.import.zip': {
    en: 'The archive is damaged, cut off, or points outside of itself. Get a fresh copy of it.',
    de: 'Das Archiv ist beschädigt, abgeschnitten oder zeigt aus sich heraus. Besorgen Sie eine neue Kopie.',
    zh: '压缩包已损坏、被截断或指向自身之外。请重新获取该文件。',
  },
  'import.notice.import.zip_bomb': {
    en: 'The archive unpacks to far more than it is. It was not unpacked.',
    de: 'Das Archiv wird entpackt weit größer, als es ist. Es wurde nicht entpackt.',
    zh: '压缩包解开后远大于其本身，未解包。',
  },
  'import.notice.import.encrypted': {
    en: 'The file is encrypted. Open it with its password and save it without one first.',
    de: 'Die Datei ist verschlüsselt. Öffnen Sie sie mit ihrem Passwort und speichern Sie sie zuerst ohne.',
    zh: '文件已加密。请先用密码打开并另存为未加密的文件。',
  },
  'import.notice.import.record': { en: '{message}', de: '{message}', zh: '{message}' },
  'import.notice.import.no_type': {
    en: 'Stayed out: its type is left out by the mapping.',
    de: 'Blieb draußen: Sein Typ ist in der Zuordnung ausgelassen.',
    zh: '未导入：映射中略去了其类型。',
  },
  'import.notice.import.no_span': {
    en: 'A mention without a usable span stayed out.',
    de: 'Eine Erwähnung ohne brauchbare Stelle blieb draußen.',
    zh: '没有有效位置的提及未导入。',
  },
  'import.notice.import.mismatch': {
    en: '{label} “{said}” stayed out: where the file says it stands “{found}”.',
    de: '{label} „{said}“ blieb draußen: Wo es laut Datei steht, steht „{found}“.',
    zh: '{label}“{said}”未导入：文件所述位置是“{found}”。',
  },
  'import.notice.import.text_here': {
    en: 'Stayed out: its text is in the project already.',
    de: 'Blieb draußen: Sein Text ist schon im Projekt.',
    zh: '未导入：其正文已在项目中。',
  },
  'import.notice.import.no_ends': {
    en: 'A relation stayed out: one of its ends is missing or stayed out.',
    de: 'Eine Beziehung blieb draußen: Eines ihrer Enden fehlt oder blieb draußen.',
    zh: '一个关系未导入：其一端缺失或未导入。',
  },
  'import.notice.import.value_end': {
    en: 'A relation stayed out: it ends in a value, which has no entity.',
    de: 'Eine Beziehung blieb draußen: Sie endet in einem Wert, der keine Entität hat.',
    zh: '一个关系未导入：其一端为数值，没有实体。',
  },
  'import.notice.import.passage': {
    en: 'A stated passage does not stand where the file says; the sentence of the two mentions was taken.',
    de: 'Eine angegebene Belegstelle steht nicht dort, wo die Datei sagt; genommen wurde der Satz der beiden Erwähnungen.',
    zh: '文件所述段落不在指定位置，已改用两个提及所在的句子。',
  },
  'import.notice.import.roundtrip': {
    en: '{file} is no file of this program. Remove it to import the data without it.',
    de: '{file} ist keine Datei dieses Programms. Entfernen Sie sie, um die Daten ohne sie zu importieren.',
    zh: '{file} 不是本程序的文件。请移除它后再导入数据。',
  },
  'import.notice.import.no_match': {
    en: 'No article of the project has its address, file or title.',
    de: 'Kein Artikel des Projekts hat seine Adresse, Datei oder seinen Titel.',
    zh: '项目中没有文章与其地址、文件或标题相符。',
  },
  'import.notice.import.no_consent': {
    en: 'The set needs a new type and nobody agreed to make it. Map its label or allow new types. | The set needs {count} new types and nobody agreed to make them. Map its labels or allow new types.',
    de: 'Der Bestand braucht einen neuen Typ, dem niemand zugestimmt hat. Ordnen Sie sein Etikett zu oder erlauben Sie neue Typen. | Der Bestand braucht {count} neue Typen, denen niemand zugestimmt hat. Ordnen Sie seine Etiketten zu oder erlauben Sie neue Typen.',
    zh: '该数据集需要 {count} 个新类型，但未获同意。请映射其标签或允许新建类型。',
  },
})
