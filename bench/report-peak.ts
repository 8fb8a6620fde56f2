import { readFileSync, writeFileSync } from 'node:fs'

/*
 * Loaded into a process that is measured (`--import`): at its end it writes the most memory it ever held, in
 * kilobytes, and its processor time, in microseconds, into the file that HOCBA_BENCH_PEAK names. On Linux the kernel's
 * VmHWM: `maxRSS` would count the parent's memory too, which a new process shares for a moment.
 */
const peakKilobytes = (): number => {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return Number(kilobytes)
  } catch {
    return process.resourceUsage().maxRSS
  }
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const usage = { peakKilobytes: peakKilobytes(), cpuMicroseconds: user + system }
  if (process.env.HOCBA_BENCH_PEAK !== undefined)
    writeFileSync(process.env.HOCBA_BENCH_PEAK, JSON.stringify(usage))
})
