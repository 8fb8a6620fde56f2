import { spawnSync } from 'node:child_process'

/** Programs that judge our files from outside, and the Debian package of each. */
const tools: readonly (readonly [command: string, debianPackage: string])[] = [
  ['xmlsec1', 'xmlsec1'],
  ['xmllint', 'libxml2-utils'],
  ['openssl', 'openssl'],
  ['pdfsig', 'poppler-utils'],
  ['qpdf', 'qpdf'],
  ['chromium', 'chromium'],
]

const isThere = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

const missingPackages = (): readonly string[] =>
  tools.filter(([command]) => !isThere(command)).map(([, name]) => name)

/** Installs what is missing where that is possible without asking; otherwise says the one command to run. */
export const ensureTestTools = (): void => {
  const missing = missingPackages()
  if (missing.length === 0) return
  const install = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const mayInstall = process.getuid?.() === 0 && isThere('apt-get')
  if (mayInstall)
    spawnSync('sh', ['-c', install], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (missingPackages().length > 0) {
    process.stderr.write(`The tests need ${missing.join(', ')}. Run: sudo sh -c '${install}'\n`)
    process.exit(1)
  }
}
