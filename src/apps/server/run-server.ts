import { demoPassword } from '../../demo/index.ts'
import { readConfig } from './config.ts'
import type { Portal, SampleCode } from './portal-contract.ts'
import { serve, type RunningServer, type Surroundings } from './serve.ts'

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Says each step once, and on a terminal how far it is. */
const tellSteps = (): ((step: string, done: number, total: number) => void) => {
  let told = ''
  return (step, done, total) => {
    if (step !== told) say(`${step}…`)
    told = step
    if (process.stderr.isTTY && total > 1)
      process.stderr.write(`\r  ${done + 1}/${total}${done + 1 === total ? '\n' : ''}`)
  }
}

const describeSample = ({ code, birthDate, lastFour, text }: SampleCode): string =>
  `  ${code}   ${birthDate.split('-').reverse().join('/')}   ${lastFour}   ${text}`

const describe = ({ url, sampleCodes, accounts, setUpCode }: RunningServer): string =>
  [
    `Cổng tra cứu học bạ số: ${url}/`,
    `Nhà trường: ${url}/truong/`,
    `API: ${url}/api/docs`,
    ...(setUpCode === undefined
      ? []
      : ['', `Chưa có tài khoản nào. Mã thiết lập cho người quản trị đầu tiên: ${setUpCode}`]),
    ...(sampleCodes.length === 0
      ? []
      : [
          '',
          'Mã dùng thử (mã tra cứu, ngày sinh, bốn số cuối của số định danh):',
          ...sampleCodes.map(describeSample),
        ]),
    ...(accounts.length === 0
      ? []
      : [
          '',
          `Tài khoản dùng thử ở ${url}/truong/ (mật khẩu chung: ${demoPassword}):`,
          ...accounts.map(({ username, text }) => `  ${username.padEnd(22)} ${text}`),
        ]),
    '',
    'Dừng bằng Ctrl-C.',
  ].join('\n')

const stopSignals = ['SIGINT', 'SIGTERM'] as const

/** Kept when somebody asks to stop; who asks a second time does not wait. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of stopSignals)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
  })

/**
 * Serves as the environment says (`config.ts`) until it is told to stop, then ends cleanly. Refused, with the remedy,
 * where something it needs cannot be had.
 */
export const runServer = async (portal: Portal, web: NonNullable<Surroundings['web']>): Promise<void> => {
  const surroundings = { clock: () => new Date(), log: say, onStep: tellSteps(), portal, web }
  const running = await serve(readConfig(), surroundings)
  process.stdout.write(`${describe(running)}\n`)
  await untilStopped()
  say('Đang dừng…')
  await running.close()
}
