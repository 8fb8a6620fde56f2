import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Refusal } from '../../shared/refusal.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads a command line; anything it does not know is refused with the command's own usage. */
export const readArguments = <const T extends Options>(
  args: readonly string[],
  options: T,
  usage: string,
) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw badUsage(cause instanceof Error ? cause.message : 'tham số không đọc được', usage)
  }
}

export const badUsage = (message: string, usage: string): Refusal =>
  new Refusal('bad-usage', `${message}\n\n${usage}`)

/** A whole number of at least `least` from the command line. */
export const readInteger = (text: string, name: string, least: number, usage: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < least)
    throw badUsage(`--${name} phải là số nguyên từ ${least} trở lên.`, usage)
  return value
}
