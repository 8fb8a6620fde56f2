#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must reach the sentence below instead of a syntax error.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `hocba cần Node 24 trở lên (đang chạy ${process.versions.node}). Hãy gọi: npx --no-install hocba …\n`,
  )
  process.exit(69)
}
const args = process.argv.slice(2)
// The server is an app of its own, which the command line does not know.
if (args.length === 1 && args[0] === 'start') await import('../src/apps/server/main.ts')
else {
  const { main } = await import('../src/apps/cli/main.ts')
  await main(args)
}
