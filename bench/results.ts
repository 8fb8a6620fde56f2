import type { Figure } from './figure.ts'

/** One run of all benchmarks and where it took place. */
export interface Results {
  readonly date: string
  readonly cores: number
  readonly cpu: string
  readonly node: string
  readonly openssl: string
  readonly load: string
  readonly figures: readonly Figure[]
}

const headers = ['figure', 'measured', 'in the same run', 'ratio', 'target', 'reached'] as const

const reachedText = ({ reached }: Figure): string => (reached === undefined ? '' : reached ? 'yes' : 'NO')

const cells = (figure: Figure): readonly string[] => [
  figure.what,
  figure.measured,
  figure.beside,
  figure.ratio,
  figure.target,
  reachedText(figure),
]

const circumstances = ({ date, cores, cpu, node, openssl, load }: Results): string =>
  `${date}; ${cores} cores, ${cpu}; Node ${node} with OpenSSL ${openssl}; load average ${load}`

const markdownRow = (row: readonly string[]): string =>
  `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** The results as a document. */
export const toMarkdown = (results: Results): string =>
  [
    '# Figures',
    '',
    `${circumstances(results)}.`,
    '',
    'Made by `npm run bench`. Times are medians with their quartiles, ratios medians of the ratios within a round, in',
    'which both works take turns; “CPU” is the same ratio of processor time, which other work on the machine does not',
    'stretch.',
    '',
    markdownRow(headers),
    markdownRow(headers.map(() => '---')),
    ...results.figures.map((figure) => markdownRow(cells(figure))),
    '',
  ].join('\n')

/** The results for a person at a terminal. */
export const printTable = (results: Results): void => {
  const rows = [headers, ...results.figures.map(cells)]
  const widths = headers.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  process.stdout.write(`${circumstances(results)}\n\n${rows.map(line).join('\n')}\n`)
}
