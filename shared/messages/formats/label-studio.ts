import { defineMessages } from '../define.ts'

/** Messages of Label Studio JSON. */
export const labelStudioMessages = defineMessages({
  'format.label-studio.description': {
    en: 'Tasks for Label Studio, with its labelling configuration: for annotating on, for model training.',
    de: 'Aufgaben für Label Studio mit der Konfiguration der Oberfläche: zum Weiterannotieren und Trainieren.',
    zh: 'Label Studio 任务及其标注配置，用于继续标注和训练模型。',
  },
  'import.notice.import.label_studio.elsewhere': {
    en: 'The text under “{key}” is only an address, and nothing is fetched. Export the tasks with their texts.',
    de: 'Unter „{key}“ steht nur eine Adresse, und nichts wird aus dem Netz geholt. Exportieren Sie die Aufgaben mit ihren Texten.',
    zh: '“{key}”下只有网址，程序不会联网获取。请导出包含正文的任务。',
  },
})
