import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { afterwards, ask, makeFolder, makeUsedFolder, start, write } from './support/folders.ts'
import {
  givePidTo,
  isRunning,
  isZombie,
  killTree,
  leaveLock,
  serverOf,
  startProgram,
  treeOf,
  type Program,
} from './support/programs.ts'

/** Whatever a failed test leaves is killed, so that no server outlives its folder. */
const launch = async (dataFolder: string, environment = {}): Promise<Program> => {
  const program = await startProgram(dataFolder, environment)
  const server = serverOf(dataFolder)
  afterwards(async () => {
    killTree(treeOf(server))
    await program.kill()
  })
  return program
}

const until = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; !isSo(); waited += 10) {
    if (waited > 10_000) throw new Error('waited in vain')
    await pause(10)
  }
}

describe('after kill -9 of the program and its whole server', () => {
  it('the next start has everything that was committed, time and again', async () => {
    const folder = await makeUsedFolder()
    for (let round = 1; round <= 4; round += 1) {
      const program = await launch(folder)
      await write(
        program.adminUrl,
        `create table if not exists kept (n int); insert into kept values (${round})`,
      )
      killTree([program.child.pid ?? 0, ...treeOf(serverOf(folder))])
      await until(() => program.child.signalCode !== null)
    }
    const { adminUrl, log } = await start(folder)
    expect(await ask(adminUrl, 'select array_agg(n order by n) from kept')).toEqual([1, 2, 3, 4])
    expect(log).toEqual([])
  })

  it('the next start is not held up by a dead server that its parent has not buried', async () => {
    const folder = await makeUsedFolder()
    const { child, adminUrl } = await launch(folder)
    await write(adminUrl, 'create table kept as select 1 as n')
    const server = serverOf(folder)
    child.kill('SIGSTOP')
    killTree(treeOf(server))
    await until(() => isZombie(server))
    const again = await start(folder)
    expect(isZombie(server)).toBe(true)
    expect(await ask(again.adminUrl, 'select n from kept')).toBe(1)
  })

  it('a pid that now belongs to another process is not taken for the server', async () => {
    const folder = await makeUsedFolder()
    const { child } = await launch(folder)
    killTree([child.pid ?? 0, ...treeOf(serverOf(folder))])
    givePidTo(folder, process.pid)
    expect(await ask((await start(folder)).url, '1')).toBe(1)
  })
})

describe('after kill -9 of the program alone', () => {
  it('the next start joins the server that was left, and ends it', async () => {
    const folder = await makeUsedFolder()
    const program = await launch(folder)
    const server = serverOf(folder)
    await program.kill()
    const { url, log, stop } = await start(folder)
    expect([url, serverOf(folder)]).toEqual([program.url, server])
    expect(log).toEqual(['Dùng tiếp máy chủ PostgreSQL đang chạy trên dữ liệu này.'])
    await stop()
    expect(isRunning(server)).toBe(false)
  })

  it('the lock of a program that was killed while it started is taken over', async () => {
    const folder = await makeUsedFolder()
    const program = await launch(folder)
    leaveLock(folder, program.child.pid ?? 0)
    await program.kill()
    expect(await ask((await start(folder)).url, '1')).toBe(1)
  })
})

/** Two programs hold their sign in the server, which may still be recovering. */
const untilTwoArePresent = async (url: string): Promise<void> => {
  const count = "select count(*)::int from pg_locks where locktype = 'advisory' and mode = 'ShareLock'"
  for (let waited = 0; waited < 20_000; waited += 100) {
    if ((await ask(url, count).catch(() => 0)) === 2) return
    await pause(100)
  }
  throw new Error('waited in vain')
}

describe('two programs on one folder', () => {
  it('that start at the same moment, the first time, share one server; the last one ends it', async () => {
    const folder = makeFolder()
    const [one, other] = await Promise.all([startProgram(folder), startProgram(folder)])
    const server = serverOf(folder)
    expect(other.url).toBe(one.url)
    await one.end()
    expect(await ask(other.url, '1')).toBe(1)
    await other.end()
    expect(isRunning(server)).toBe(false)
  })

  it('still know of each other after the server has crashed and recovered', async () => {
    const folder = await makeUsedFolder()
    const [one, other] = [await start(folder), await start(folder)]
    const backends = treeOf(serverOf(folder)).slice(1)
    killTree(backends.slice(-1))
    await until(() =>
      treeOf(serverOf(folder))
        .slice(1)
        .every((pid) => !backends.includes(pid)),
    )
    await untilTwoArePresent(one.url)
    await one.stop()
    expect(await ask(other.url, '1')).toBe(1)
  })
})

describe('the surroundings of the program', () => {
  it('do not reach the server or its connections', async () => {
    const folder = await makeUsedFolder()
    const program = await launch(folder, {
      PGDATA: '/nowhere',
      PGHOST: 'nowhere.invalid',
      PGPORT: '1',
      PGSSLMODE: 'require',
      PGUSER: 'nobody',
      LANG: 'xx_XX',
      TZ: 'Asia/Ho_Chi_Minh',
    })
    expect(await ask(program.url, "current_setting('timezone')")).toBe('UTC')
    await program.end()
  })
})
