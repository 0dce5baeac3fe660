/** How well a title fits what was typed: 0 not at all, higher is better. Every word typed must be found. */
export const fitness = (title: string, typed: string): number => {
  const name = title.toLocaleLowerCase()
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  let score = 1
  for (const word of words) {
    const at = name.indexOf(word)
    if (at < 0) return 0
    const startsWord = at === 0 || /[^\p{L}\p{N}]/u.test(name[at - 1]!)
    score += (at === 0 ? 4 : startsWord ? 3 : 1) + word.length / name.length
  }
  return score
}
