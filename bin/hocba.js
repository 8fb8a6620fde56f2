#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must reach the sentence below instead of a syntax error.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `hocba cần Node 24 trở lên (đang chạy ${process.versions.node}). Hãy gọi: npx --no-install hocba …\n`,
  )
  process.exit(69)
}
const { main } = await import('../src/apps/cli/main.ts')
await main(process.argv.slice(2))
