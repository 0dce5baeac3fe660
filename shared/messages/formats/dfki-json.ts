import { defineMessages } from '../define.ts'

/** Messages of the DFKI's Avro JSON. */
export const dfkiJsonMessages = defineMessages({
  'format.dfki-json.description': {
    en: 'German news and traffic messages with events of several parties (SmartData, MobIE).',
    de: 'Deutsche Nachrichten und Verkehrsmeldungen mit Ereignissen mehrerer Beteiligter (SmartData, MobIE).',
    zh: '德语新闻与交通消息，含多方参与的事件（SmartData、MobIE）。',
  },
})
