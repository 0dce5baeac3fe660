import { defineMessages } from '../define.ts'

export const ftmMessages = defineMessages({
  'format.ftm.description': {
    en: 'Entities and relations as FollowTheMoney: for Aleph and OpenSanctions tools.',
    de: 'Entitäten und Beziehungen als FollowTheMoney: für Aleph und die Werkzeuge von OpenSanctions.',
    zh: 'FollowTheMoney 格式的实体与关系，适用于 Aleph 和 OpenSanctions 工具。',
  },
  'format.ftm.option.documents': {
    en: 'With articles and mentions (Aleph makes its own)',
    de: 'Mit Artikeln und Erwähnungen (Aleph legt eigene an)',
    zh: '包含文章和提及（Aleph 会自行生成）',
  },
  'exports.loss.generalLink': {
    en: 'Relations that became a general link, with their type as its role',
    de: 'Beziehungen, die zu einer allgemeinen Verbindung mit ihrem Typ als Rolle wurden',
    zh: '转为通用链接、以类型作为角色的关系',
  },
  'exports.loss.invalidValue': {
    en: 'Values the format’s own checks would drop',
    de: 'Werte, die die Prüfungen des Formats verwerfen würden',
    zh: '无法通过格式自身检查而被舍弃的值',
  },
})
