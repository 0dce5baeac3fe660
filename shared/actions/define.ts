/** Where an action makes sense; `always` works anywhere in a window. */
export type ActionContext =
  | 'always'
  | 'project'
  | 'article'
  | 'reader'
  | 'mention'
  | 'corpus'
  | 'network'
  | 'inspector'

export type MenuPlace = 'project' | 'edit' | 'article' | 'annotate' | 'network' | 'view' | 'help'

/**
 * One thing a person can do. Menu, palette, toolbar and shortcuts all read the list of these; the code that does it is
 * bound to the id in the renderer.
 */
export interface ActionRecord {
  readonly id: string
  /** Message key of its name, `action.<id>` as a rule. */
  readonly titleKey: string
  /**
   * `Mod+K`, `Shift+Alt+Up`, `R` …; `Mod` is Ctrl, on a Mac Command. Plain letters work only where the context has the
   * focus, never while a person types into a field.
   */
  readonly shortcut?: string
  readonly when: ActionContext
  readonly menu?: MenuPlace
  /** Lucide icon name for toolbar and palette. */
  readonly icon?: string
}

export const defineActions = <const T extends readonly ActionRecord[]>(records: T): T => records
