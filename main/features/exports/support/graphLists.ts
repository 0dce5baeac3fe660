/** Lists of the graph formats without a list type: names joined where that can be undone, else JSON. */
export const listText = (values: readonly string[]): string => {
  const isPlain = values.every((it, index) => {
    const plain = it !== '' && it.trim() === it && !/[|;\n"']/.test(it)
    return plain && (index > 0 || !it.startsWith('['))
  })
  return isPlain ? values.join(' | ') : JSON.stringify(values)
}
