import type { Column } from '../columns/column.ts'
import { findOption, parseChoice, parseFlag } from './parse-choice.ts'
import { parseCount, parseDecimal, parseMark, parseScore } from './parse-number.ts'
import { parseText } from './parse-text.ts'
import { accept, refuse, type ParsedCell, type TypingHabits } from './parsed.ts'

const isBlank = (typed: string): boolean => /^[\s\u00a0\u200b\ufeff]*$/u.test(typed)

/**
 * Reads what somebody typed, pasted or sent into a cell: the value as it is stored, null for an emptied cell, or what
 * is wrong with it. What is stored already is read as itself.
 */
export const parseCell = (column: Column, typed: string, habits: TypingHabits = {}): ParsedCell => {
  if (column.kind === 'computed') return refuse('Ô này do phần mềm tính, không ghi được.')
  if (isBlank(typed)) return accept(null)
  const { options = [], maxLength = 0 } = column
  switch (column.kind) {
    case 'mark': {
      const word = findOption(options, typed.trim())
      return word === undefined ? parseMark(typed, habits) : accept(word.value)
    }
    case 'score':
      return parseScore(typed)
    case 'choice':
      return parseChoice(options, typed.trim())
    case 'flag':
      return parseFlag(typed)
    case 'count':
      return parseCount(typed, column)
    case 'decimal':
      return parseDecimal(typed, column)
    case 'text':
      return parseText(typed, maxLength)
  }
}
