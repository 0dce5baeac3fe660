/** A LIKE pattern for "contains"; wildcards in the text stand for themselves. The statement says `ESCAPE '\\'`. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
