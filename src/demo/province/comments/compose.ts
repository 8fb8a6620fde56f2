import type { Random } from '../random.ts'

/** Longest comment a book holds, in characters; the longest comments of the demonstration come close to it. */
export const longestComment = 1000

const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Fills the gaps of a sentence, '{task}', and gives it its capital letter and full stop. */
export const fill = (template: string, words: Readonly<Record<string, string>>): string => {
  const text = template.replace(/\{(\w+)\}/g, (_gap, key: string) => {
    const word = words[key]
    if (word === undefined) throw new Error(`no word for {${key}} in "${template}"`)
    return word
  })
  return capitalize(text.endsWith('.') ? text : `${text}.`)
}

/** Sentences one after another; empty ones are left out. */
export const joinSentences = (...sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ')

/** Two different entries of a list, or the same twice where it has only one. */
export const pickTwo = <T>(random: Random, list: readonly T[]): readonly [T, T] => {
  const first = random.pick(list)
  const others = list.filter((entry) => entry !== first)
  return [first, others.length === 0 ? first : random.pick(others)]
}

/** As many different sentences as fit into the longest comment. */
export const fillToLimit = (write: (round: number) => string): string => {
  const sentences: string[] = []
  let length = 0
  for (let round = 0; round < 200; round++) {
    const sentence = write(round)
    if (sentences.includes(sentence) || length + sentence.length + 1 > longestComment) continue
    sentences.push(sentence)
    length += sentence.length + 1
  }
  return sentences.join(' ')
}
