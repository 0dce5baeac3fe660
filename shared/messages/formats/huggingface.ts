import { defineMessages } from '../define.ts'

export const huggingfaceMessages = defineMessages({
  'format.huggingface.description': {
    en: 'A dataset folder with a card: for training and sharing with the Python library datasets.',
    de: 'Ein Datensatzordner mit Datensatzkarte: zum Trainieren und Teilen mit der Python-Bibliothek datasets.',
    zh: '带数据集卡片的文件夹，可用 Python 库 datasets 训练和共享。',
  },
  'format.huggingface.option.layout': { en: 'Layout', de: 'Aufbau', zh: '布局' },
  'format.huggingface.option.layout.spans': {
    en: 'Articles with spans and relations',
    de: 'Artikel mit Textstellen und Beziehungen',
    zh: '文章及其文本片段和关系',
  },
  'format.huggingface.option.layout.tokens': {
    en: 'Sentences of tokens with BIO tags',
    de: 'Sätze aus Wörtern mit BIO-Tags',
    zh: '带 BIO 标签的分词句子',
  },
  'format.huggingface.option.files': { en: 'Files', de: 'Dateien', zh: '文件' },
  'format.huggingface.option.files.jsonl': { en: 'JSON Lines', de: 'JSON Lines', zh: 'JSON Lines' },
  'format.huggingface.option.files.parquet': { en: 'Parquet', de: 'Parquet', zh: 'Parquet' },
  'format.huggingface.option.license': { en: 'Licence', de: 'Lizenz', zh: '许可协议' },
  'format.huggingface.option.license.other': {
    en: 'Another one (“other”)',
    de: 'Eine andere („other“)',
    zh: '其他（“other”）',
  },
  'format.huggingface.option.license.none': { en: 'Not stated', de: 'Keine Angabe', zh: '不注明' },
  'import.notice.import.huggingface_labels': {
    en: 'The numbers in “{column}” have no names: the card that lists them is missing. The annotations were left out.',
    de: 'Die Zahlen in „{column}“ haben keine Namen: die Datensatzkarte, die sie aufzählt, fehlt. Die Annotationen blieben draußen.',
    zh: '“{column}”中的数字没有对应名称：缺少列出名称的数据集卡片。这些标注已略过。',
  },
  'import.notice.import.huggingface_text': {
    en: 'The row has neither a text nor tokens and was left out.',
    de: 'Die Zeile hat weder einen Text noch Wörter und blieb draußen.',
    zh: '该行既没有正文也没有分词，已略过。',
  },
  'import.notice.import.huggingface_card': {
    en: 'The card could not be read ({reason}). Names of labels may be missing.',
    de: 'Die Datensatzkarte ließ sich nicht lesen ({reason}). Namen von Labels können fehlen.',
    zh: '无法读取数据集卡片（{reason}）。可能缺少标签名称。',
  },
  'import.notice.import.huggingface_parquet': {
    en: 'This is no complete Parquet file ({reason}). Download it again.',
    de: 'Das ist keine vollständige Parquet-Datei ({reason}). Laden Sie sie erneut herunter.',
    zh: '这不是完整的 Parquet 文件（{reason}）。请重新下载。',
  },
})
