/** Endings of the files that annotate a document, in the order in which they are put together. */
export const annotationEndings = ['ann', 'a1', 'a2', 'co', 'rel'] as const

export const configurations = ['annotation.conf', 'visual.conf', 'tools.conf', 'kb_shortcuts.conf'] as const

/** File of our own beside the documents: article and entity facts, one `kind TAB document TAB JSON` a line. */
export const factsFile = 'ligature.facts'
