const longest = 31

/** Names of sheets as Excel allows them: short, without its signs, each once. */
export const tabNames = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain = name.replace(/[\\/?*[\]:']/g, ' ').trim() || 'Trang'
    let found = plain.slice(0, longest).trim()
    for (let number = 2; taken.has(found.toLocaleLowerCase('vi')); number += 1) {
      const end = ` (${number})`
      found = plain.slice(0, longest - end.length).trim() + end
    }
    taken.add(found.toLocaleLowerCase('vi'))
    return found
  })
}
