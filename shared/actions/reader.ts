import { defineActions } from './define.ts'

/**
 * Reading and annotating. The keys of the schema's types (1 … 9 or a letter) are the schema's own and not listed
 * here; moving the caret is the text's own too. Besides these, Tab and Shift+Tab go from mention to mention and
 * Backspace removes like Delete.
 */
export const readerActions = defineActions([
  { id: 'reader.tag', titleKey: 'action.reader.tag', shortcut: 'T', when: 'reader', menu: 'annotate', icon: 'Tag' },
  { id: 'reader.link', titleKey: 'action.reader.link', shortcut: 'Enter', when: 'mention', menu: 'annotate', icon: 'Link2' },
  { id: 'reader.relate', titleKey: 'action.reader.relate', shortcut: 'R', when: 'mention', menu: 'annotate', icon: 'Spline' },
  { id: 'reader.tagOccurrences', titleKey: 'action.reader.tagOccurrences', shortcut: 'O', when: 'mention', menu: 'annotate', icon: 'CopyCheck' },
  { id: 'reader.addFragment', titleKey: 'action.reader.addFragment', shortcut: 'F', when: 'mention', menu: 'annotate', icon: 'Brackets' },
  { id: 'reader.cycleCertainty', titleKey: 'action.reader.cycleCertainty', shortcut: 'C', when: 'mention', menu: 'annotate', icon: 'CircleHelp' },
  { id: 'reader.editValue', titleKey: 'action.reader.editValue', shortcut: 'V', when: 'mention', menu: 'annotate', icon: 'Equal' },
  { id: 'reader.note', titleKey: 'action.reader.note', shortcut: 'M', when: 'mention', menu: 'annotate', icon: 'StickyNote' },
  { id: 'reader.removeMention', titleKey: 'action.reader.removeMention', shortcut: 'Delete', when: 'mention', menu: 'annotate', icon: 'Trash2' },

  { id: 'reader.growEnd', titleKey: 'action.reader.growEnd', shortcut: 'Alt+Right', when: 'mention', menu: 'annotate' },
  { id: 'reader.shrinkEnd', titleKey: 'action.reader.shrinkEnd', shortcut: 'Alt+Left', when: 'mention', menu: 'annotate' },
  { id: 'reader.growStart', titleKey: 'action.reader.growStart', shortcut: 'Shift+Alt+Left', when: 'mention', menu: 'annotate' },
  { id: 'reader.shrinkStart', titleKey: 'action.reader.shrinkStart', shortcut: 'Shift+Alt+Right', when: 'mention', menu: 'annotate' },
  { id: 'reader.growEndCharacter', titleKey: 'action.reader.growEndCharacter', shortcut: '.', when: 'mention', menu: 'annotate' },
  { id: 'reader.shrinkEndCharacter', titleKey: 'action.reader.shrinkEndCharacter', shortcut: ',', when: 'mention', menu: 'annotate' },
  { id: 'reader.growStartCharacter', titleKey: 'action.reader.growStartCharacter', shortcut: '<', when: 'mention', menu: 'annotate' },
  { id: 'reader.shrinkStartCharacter', titleKey: 'action.reader.shrinkStartCharacter', shortcut: '>', when: 'mention', menu: 'annotate' },

  { id: 'reader.nextMention', titleKey: 'action.reader.nextMention', shortcut: 'N', when: 'reader', menu: 'annotate', icon: 'ChevronRight' },
  { id: 'reader.previousMention', titleKey: 'action.reader.previousMention', shortcut: 'P', when: 'reader', menu: 'annotate', icon: 'ChevronLeft' },
  { id: 'reader.nextUnlinked', titleKey: 'action.reader.nextUnlinked', shortcut: 'U', when: 'reader', menu: 'annotate', icon: 'Unlink' },
  { id: 'reader.cycleStack', titleKey: 'action.reader.cycleStack', shortcut: 'S', when: 'reader', menu: 'annotate', icon: 'Layers' },
  { id: 'reader.pickFromStack', titleKey: 'action.reader.pickFromStack', shortcut: 'Shift+S', when: 'reader', menu: 'annotate' },
  { id: 'reader.goToEntity', titleKey: 'action.reader.goToEntity', shortcut: 'G', when: 'mention', menu: 'annotate', icon: 'Waypoints' },
  { id: 'reader.relationsHere', titleKey: 'action.reader.relationsHere', shortcut: 'E', when: 'reader', menu: 'annotate', icon: 'Quote' },
  { id: 'reader.find', titleKey: 'action.reader.find', shortcut: 'Mod+F', when: 'reader', menu: 'edit', icon: 'TextSearch' },
  { id: 'reader.toggleLabels', titleKey: 'action.reader.toggleLabels', shortcut: 'L', when: 'reader', menu: 'view', icon: 'CaseUpper' },
  { id: 'reader.legend', titleKey: 'action.reader.legend', shortcut: 'K', when: 'reader', menu: 'view', icon: 'Palette' },
])
