import { defineMessages } from './define.ts'

/**
 * What went wrong and what to do now, by error code. Of `error.<code>` and `error.<code>.<variant>` the text is shown
 * that fills most blanks from the failure's details.
 */
export const errorMessages = defineMessages({
  'error.invalid_input': {
    en: 'The program did not understand this input. Check what was entered and try again.',
    de: 'Diese Eingabe ist so nicht möglich. Prüfen Sie die Angaben und versuchen Sie es erneut.',
    zh: '输入内容无效。请检查后重试。',
  },
  'error.invalid_input.path': {
    en: '{path} is not a complete path. Enter a path from the root of the disk.',
    de: '{path} ist kein vollständiger Pfad. Geben Sie den Pfad vom Anfang des Laufwerks an.',
    zh: '{path} 不是完整路径。请输入从根目录开始的路径。',
  },
  'error.unknown_method': {
    en: 'This window and the program are of different versions. Reload the window.',
    de: 'Fenster und Programm haben verschiedene Versionen. Laden Sie das Fenster neu.',
    zh: '窗口与程序的版本不一致。请重新加载窗口。',
  },
  'error.no_project': {
    en: 'No project is open. Open one or create a new one first.',
    de: 'Es ist kein Projekt geöffnet. Öffnen Sie eines oder legen Sie ein neues an.',
    zh: '没有打开的项目。请先打开或新建一个项目。',
  },
  'error.not_found': {
    en: 'It is no longer in this project. Undo may bring it back.',
    de: 'Das gibt es in diesem Projekt nicht mehr. „Rückgängig“ kann es zurückholen.',
    zh: '项目中已没有此内容。可尝试“撤销”将其恢复。',
  },
  'error.conflict': {
    en: 'Something is already there. Choose another name.',
    de: 'Dort gibt es schon etwas. Wählen Sie einen anderen Namen.',
    zh: '已存在相同的内容。请换一个名称。',
  },
  'error.conflict.key': {
    en: 'Another type already has the key “{key}”. Choose another key.',
    de: 'Ein anderer Typ hat schon den Schlüssel „{key}“. Wählen Sie einen anderen.',
    zh: '已有类型使用标识“{key}”。请换一个标识。',
  },
  'error.conflict.path': {
    en: '{path} exists already. Choose another name, or allow it to be replaced.',
    de: '{path} gibt es schon. Wählen Sie einen anderen Namen oder erlauben Sie das Ersetzen.',
    zh: '{path} 已存在。请换一个名称，或允许覆盖。',
  },
  'error.conflict.foreign': {
    en: '{path} also holds other files ({foreign}) and was not replaced. Choose another name.',
    de: '{path} enthält auch andere Dateien ({foreign}) und wurde nicht ersetzt. Wählen Sie einen anderen Namen.',
    zh: '{path} 中还有其他文件（{foreign}），未被覆盖。请换一个名称。',
  },
  'error.not_allowed': {
    en: 'This is not possible here. Nothing was changed.',
    de: 'Das ist hier nicht möglich. Es wurde nichts geändert.',
    zh: '此处无法执行该操作。未做任何更改。',
  },
  'error.not_allowed.uses': {
    en: '“{name}” is still in use ({uses} times). Change or delete those first, then remove it.',
    de: '„{name}“ wird noch verwendet ({uses}-mal). Ändern oder löschen Sie diese Stellen zuerst, dann lässt es sich entfernen.',
    zh: '“{name}”仍在使用（{uses} 处）。请先更改或删除这些内容，再移除它。',
  },
  'error.not_allowed.kind': {
    en: '“{type}” does not go with this. Pick another type or another entity.',
    de: '„{type}“ passt hier nicht. Wählen Sie einen anderen Typ oder eine andere Entität.',
    zh: '“{type}”不适用于此处。请选择其他类型或实体。',
  },
  'error.not_allowed.type': {
    en: '“{name}” is not of the type “{type}”. Change the type of the mention or pick another entity.',
    de: '„{name}“ gehört nicht zum Typ „{type}“. Ändern Sie den Typ der Erwähnung oder wählen Sie eine andere Entität.',
    zh: '“{name}”不属于类型“{type}”。请更改提及的类型或选择其他实体。',
  },
  'error.not_allowed.path': {
    en: '{path} cannot be used for this. Choose another place.',
    de: '{path} kommt dafür nicht infrage. Wählen Sie einen anderen Ort.',
    zh: '{path} 不能用于此操作。请选择其他位置。',
  },
  'error.busy': {
    en: 'Other long work is still running. Wait for it or cancel it, then try again.',
    de: 'Eine andere längere Arbeit läuft noch. Warten Sie oder brechen Sie sie ab, dann noch einmal versuchen.',
    zh: '另一项耗时操作仍在进行。请等待或取消后重试。',
  },
  'error.cancelled': {
    en: 'Cancelled. Nothing was left half done.',
    de: 'Abgebrochen. Nichts blieb halb fertig.',
    zh: '已取消。没有留下未完成的内容。',
  },
  'error.io': {
    en: 'A file could not be read or written. Check the disk and your permissions, then try again.',
    de: 'Eine Datei ließ sich nicht lesen oder schreiben. Prüfen Sie Datenträger und Zugriffsrechte.',
    zh: '文件无法读取或写入。请检查磁盘和访问权限后重试。',
  },
  'error.io.path': {
    en: '{path} could not be read or written. Check that it is there and who may use it, or choose another place.',
    de: '{path} ließ sich nicht lesen oder schreiben. Prüfen Sie, ob es den Pfad gibt und wer ihn benutzen darf, oder wählen Sie einen anderen Ort.',
    zh: '无法读取或写入 {path}。请确认其存在且有访问权限，或选择其他位置。',
  },
  'error.disk_full': {
    en: 'The disk is full. Free some space and try again; nothing was lost.',
    de: 'Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es erneut; es ging nichts verloren.',
    zh: '磁盘已满。请释放空间后重试；没有数据丢失。',
  },
  'error.project.missing': {
    en: 'The project file is no longer there. It may have been moved or renamed.',
    de: 'Die Projektdatei gibt es dort nicht mehr. Vielleicht wurde sie verschoben oder umbenannt.',
    zh: '项目文件已不在原处，可能已被移动或重命名。',
  },
  'error.project.missing.path': {
    en: '{path} is no longer there. It may have been moved or renamed.',
    de: '{path} gibt es dort nicht mehr. Vielleicht wurde die Datei verschoben oder umbenannt.',
    zh: '{path} 已不在原处，可能已被移动或重命名。',
  },
  'error.project.exists': {
    en: 'There is already a file of that name. Choose another name.',
    de: 'Eine Datei dieses Namens gibt es schon. Wählen Sie einen anderen Namen.',
    zh: '已有同名文件。请换一个名称。',
  },
  'error.project.exists.path': {
    en: '{path} exists already. Choose another name.',
    de: '{path} gibt es schon. Wählen Sie einen anderen Namen.',
    zh: '{path} 已存在。请换一个名称。',
  },
  'error.project.not_a_project': {
    en: 'This is not a Ligature project. Choose a .ligature file, or import it as an article.',
    de: 'Das ist kein Ligature-Projekt. Wählen Sie eine .ligature-Datei oder importieren Sie die Datei als Artikel.',
    zh: '这不是 Ligature 项目。请选择 .ligature 文件，或将其作为文章导入。',
  },
  'error.project.not_a_project.path': {
    en: '{path} is not a Ligature project. Choose a .ligature file, or import it as an article.',
    de: '{path} ist kein Ligature-Projekt. Wählen Sie eine .ligature-Datei oder importieren Sie die Datei als Artikel.',
    zh: '{path} 不是 Ligature 项目。请选择 .ligature 文件，或将其作为文章导入。',
  },
  'error.project.newer': {
    en: 'A newer version of Ligature wrote this project. Update Ligature to open it; the file was not touched.',
    de: 'Dieses Projekt stammt von einer neueren Version von Ligature. Aktualisieren Sie Ligature; die Datei blieb unverändert.',
    zh: '此项目由更新版本的 Ligature 写入。请更新 Ligature 后再打开；文件未被改动。',
  },
  'error.project.locked': {
    en: 'The project is open elsewhere. Close it there first.',
    de: 'Das Projekt ist anderswo geöffnet. Schließen Sie es dort zuerst.',
    zh: '该项目已在别处打开。请先在那里关闭它。',
  },
  'error.project.locked.holder': {
    en: 'The project is open elsewhere: {holder}. Close it there first.',
    de: 'Das Projekt ist anderswo geöffnet: {holder}. Schließen Sie es dort zuerst.',
    zh: '该项目已在别处打开：{holder}。请先在那里关闭它。',
  },
  'error.project.damaged': {
    en: 'The project file is damaged. Open its latest backup, which lies beside it; this file was not touched.',
    de: 'Die Projektdatei ist beschädigt. Öffnen Sie die letzte Sicherung daneben; diese Datei blieb unverändert.',
    zh: '项目文件已损坏。请打开旁边的最新备份；此文件未被改动。',
  },
  'error.project.read_only': {
    en: 'The project file is read-only. Save a copy elsewhere and work on that.',
    de: 'Die Projektdatei ist schreibgeschützt. Speichern Sie an anderer Stelle eine Kopie und arbeiten Sie darin.',
    zh: '项目文件为只读。请将副本保存到其他位置后再编辑。',
  },
  'error.span.invalid': {
    en: 'This passage cannot be marked. Select whole characters within the text, without overlaps.',
    de: 'Diese Stelle lässt sich nicht markieren. Wählen Sie ganze Zeichen im Text, ohne Überschneidung.',
    zh: '无法标注此处。请在正文中选择完整的字符，且各段不重叠。',
  },
  'error.import.unreadable': {
    en: 'The file cannot be read as an article. Save it as text, Markdown or HTML and import that.',
    de: 'Die Datei lässt sich nicht als Artikel lesen. Speichern Sie sie als Text, Markdown oder HTML und importieren Sie diese Fassung.',
    zh: '无法将此文件读取为文章。请另存为文本、Markdown 或 HTML 后再导入。',
  },
  'error.connection': {
    en: 'The program does not answer, so this was not done. If it has ended, start it again; everything acknowledged is saved.',
    de: 'Das Programm antwortet nicht; dies wurde nicht ausgeführt. Falls es beendet wurde, starten Sie es neu; alles Bestätigte ist gespeichert.',
    zh: '程序没有响应，此操作未执行。如果程序已退出，请重新启动；已确认的内容均已保存。',
  },
  'error.internal': {
    en: 'An error in the program. Your work is saved. Copy the details for a report.',
    de: 'Ein Programmfehler. Ihre Arbeit ist gespeichert. Kopieren Sie die Einzelheiten für eine Meldung.',
    zh: '程序内部错误。您的工作已保存。请复制详情以便报告。',
  },
})
