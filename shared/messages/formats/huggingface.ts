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
})
