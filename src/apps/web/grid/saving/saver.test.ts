import { describe, expect, it } from 'vitest'
import { choose, contentOf } from '../model/cell.ts'
import { keyOf, type Place } from '../model/sheet.ts'
import { cellAt, changeCells, openTable, readTyped } from '../model/table.ts'
import { createSheetStore } from '../sheet-store.ts'
import { codeOf, first, mathSheet, second } from '../testing.ts'
import { createSaver } from './saver.ts'
import {
  openPretendClock,
  openPretendDisk,
  openPretendServer,
  pretendPorts,
  type PretendServer,
} from './testing.ts'

const an: Place = { studentCode: codeOf(1), path: first }
const ly: Place = { studentCode: codeOf(2), path: first }

/** One page over a server and a disk that may have been used before. */
const openPage = async (
  server: PretendServer = openPretendServer(mathSheet([{}]).cells),
  disk = openPretendDisk(),
) => {
  const clock = openPretendClock()
  const sheet = { ...mathSheet(), cells: [...server.cells.values()] }
  const store = createSheetStore(openTable(sheet))
  const saver = createSaver(store, pretendPorts(server, disk, clock), sheet.asOf)
  const restored = await saver.start()
  const cell = (place: Place) => cellAt(store.getMoment().table, place)
  const type = (place: Place, typed: string): void => {
    const column = store.getMoment().table.columns.get(place.path)
    if (column === undefined) throw new Error(place.path)
    store.edit([{ ...place, before: contentOf(cell(place)), after: readTyped(column, typed) }], 'typed')
  }
  const kill = (): void => {
    saver.stop()
  }
  return { server, disk, clock, store, saver, cell, type, kill, restored }
}
const valueAt = (server: PretendServer, place: Place): unknown => server.cells.get(keyOf(place))?.value

describe('what is typed', () => {
  it('is on the disk before it is sent, and goes in one batch once typing rests', async () => {
    const { disk, type, clock, server, cell } = await openPage()
    type(an, '9')
    type(ly, '7')
    await clock.pass(0)
    expect([...disk.drafts.values()].map(({ value }) => value)).toEqual(['9', '7'])
    expect(server.batches).toEqual([])
    await clock.pass(400)
    expect(server.batches).toHaveLength(1)
    expect([cell(an).state, cell(ly).state]).toEqual(['saved', 'saved'])
    expect([disk.drafts.size, disk.batches.size]).toEqual([0, 0])
  })

  it('goes after two seconds at the latest, even while somebody types on', async () => {
    const { type, clock, server } = await openPage()
    for (let key = 0; key < 8; key += 1) {
      type(an, String(key))
      await clock.pass(300)
    }
    expect(server.batches.length).toBeGreaterThan(0)
  })

  it('that is no value is kept on the disk and never sent', async () => {
    const { disk, type, clock, server, saver } = await openPage()
    type(an, '85')
    await clock.pass(5_000)
    expect(server.batches).toEqual([])
    expect([...disk.drafts.values()]).toMatchObject([{ typed: '85' }])
    expect(saver.getStatus().counts.invalid).toBe(1)
  })

  it('while a batch is on its way goes with the next one', async () => {
    const { type, clock, server, cell } = await openPage()
    type(an, '9')
    await clock.pass(400)
    type(an, '7')
    type(ly, '6')
    await clock.pass(400)
    expect(server.batches.map(({ cells }) => cells.map(({ value }) => value))).toEqual([['9'], ['7', '6']])
    expect(cell(an)).toMatchObject({ state: 'saved', value: '7', version: 3 })
  })

  it('says whether it was typed or undone', async () => {
    const { store, type, clock, server } = await openPage()
    type(an, '9')
    await clock.pass(400)
    store.undo()
    await clock.pass(400)
    expect(server.batches.map(({ source }) => source)).toEqual(['typed', 'undo'])
    expect(valueAt(server, an)).toBe('8')
  })
})

describe('without a connection', () => {
  it('nothing is lost, and everything goes when it is back', async () => {
    const { type, clock, server, saver, cell, disk } = await openPage()
    server.cut = 'before'
    type(an, '9')
    await clock.pass(400)
    type(ly, '7')
    await clock.pass(60_000)
    expect(saver.getStatus()).toMatchObject({ phase: 'unreachable' })
    expect(disk.drafts.size).toBe(2)
    server.cut = 'no'
    saver.resume()
    await clock.pass(1_000)
    expect([valueAt(server, an), valueAt(server, ly)]).toEqual(['9', '7'])
    expect([cell(an).state, saver.getStatus().phase]).toEqual(['saved', 'quiet'])
  })

  it('a batch that was written but not answered is not written twice', async () => {
    const { type, clock, server, cell } = await openPage()
    server.cut = 'after'
    type(an, '9')
    await clock.pass(400)
    server.cut = 'no'
    await clock.pass(30_000)
    expect(new Set(server.batches.map(({ saveId }) => saveId)).size).toBe(1)
    expect(cell(an)).toMatchObject({ state: 'saved', version: 2 })
  })

  it('is tried again more and more rarely', async () => {
    const { type, clock, server } = await openPage()
    server.cut = 'after'
    type(an, '9')
    await clock.pass(400)
    await clock.pass(1_000 + 2_000 + 4_000)
    expect(server.batches).toHaveLength(4)
    await clock.pass(7_999)
    expect(server.batches).toHaveLength(4)
  })
})

describe('after the session has ended', () => {
  it('drafts stay, nothing is sent until somebody signed in again, then everything is', async () => {
    const { type, clock, server, saver, disk } = await openPage()
    server.cut = 'before'
    server.failure = { kind: 'signed-out' }
    type(an, '9')
    await clock.pass(400)
    expect(saver.getStatus().phase).toBe('signed-out')
    type(ly, '7')
    server.cut = 'no'
    await clock.pass(15_000)
    expect([server.batches.length, disk.drafts.size]).toEqual([0, 2])
    saver.resume()
    await clock.pass(1_000)
    expect([valueAt(server, an), valueAt(server, ly), disk.drafts.size]).toEqual(['9', '7', 0])
  })
})

describe('what the server refuses as a whole', () => {
  it('stays in its cells with the reason and is not tried again', async () => {
    const { type, clock, server, cell } = await openPage()
    server.cut = 'before'
    server.failure = { kind: 'refused', message: 'Thầy/cô không dạy lớp này.' }
    type(an, '9')
    await clock.pass(60_000)
    expect(cell(an)).toMatchObject({ state: 'failed', refusal: 'Thầy/cô không dạy lớp này.' })
  })
})

describe('a page that is opened after a power cut', () => {
  it('sends what the earlier one could not', async () => {
    const before = await openPage()
    before.type(an, '9')
    await before.clock.pass(100)
    before.kill()
    const after = await openPage(before.server, before.disk)
    expect(after.restored).toBe(1)
    await after.clock.pass(1_000)
    expect([valueAt(after.server, an), after.disk.drafts.size]).toEqual(['9', 0])
  })

  it('sends a batch without an answer again as the same one, before anything else', async () => {
    const before = await openPage()
    before.server.cut = 'after'
    before.type(an, '9')
    await before.clock.pass(400)
    before.kill()
    before.server.cut = 'no'
    before.server.writeAs(an, '5', 'Vũ Minh Châu')
    const after = await openPage(before.server, before.disk)
    await after.clock.pass(1_000)
    // Mine was saved; what somebody wrote over it later is no conflict.
    expect(after.restored).toBe(0)
    expect(after.cell(an)).toMatchObject({ state: 'saved', value: '5', version: 3 })
    expect([after.disk.drafts.size, after.disk.batches.size]).toEqual([0, 0])
  })

  it('shows both values where somebody else wrote meanwhile', async () => {
    const before = await openPage()
    before.type(an, '9')
    await before.clock.pass(100)
    before.kill()
    before.server.writeAs(an, '5', 'Vũ Minh Châu')
    const after = await openPage(before.server, before.disk)
    await after.clock.pass(5_000)
    expect(after.cell(an)).toMatchObject({
      state: 'conflict',
      mine: { value: '9' },
      theirs: { value: '5', byName: 'Vũ Minh Châu' },
    })
    expect(valueAt(after.server, an)).toBe('5')
    expect(after.disk.drafts.size).toBe(1)
  })

  it('has texts that are no values as they were typed', async () => {
    const before = await openPage()
    before.type(an, '85')
    await before.clock.pass(100)
    before.kill()
    const after = await openPage(before.server, before.disk)
    expect(after.cell(an)).toMatchObject({ state: 'invalid', mine: { typed: '85' } })
  })
})

describe('two people in one cell', () => {
  it('neither value is lost, and the one that is chosen is sent', async () => {
    const { type, clock, server, saver, store, cell } = await openPage()
    type(an, '9')
    server.writeAs(an, '5', 'Vũ Minh Châu')
    await clock.pass(400)
    expect(cell(an)).toMatchObject({ state: 'conflict', mine: { value: '9' }, theirs: { value: '5' } })
    store.change((table) => changeCells(table, [an], (one) => choose(one, 'mine')))
    saver.noteChange([an])
    await clock.pass(400)
    expect(valueAt(server, an)).toBe('9')
    expect(cell(an).state).toBe('saved')
  })

  it('what others wrote is heard of within twenty seconds', async () => {
    const { clock, server, cell } = await openPage()
    server.writeAs(ly, '5', 'Vũ Minh Châu')
    server.news = [...server.cells.values()].filter(({ studentCode }) => studentCode === ly.studentCode)
    await clock.pass(20_000)
    expect(cell(ly)).toMatchObject({ state: 'saved', value: '5' })
  })
})

describe('a browser that keeps no drafts', () => {
  it('is said to the person, and saving goes on', async () => {
    const disk = openPretendDisk()
    Object.assign(disk.store, { keep: () => Promise.reject(new Error('full')) })
    const { type, clock, server, saver } = await openPage(undefined, disk)
    type({ studentCode: codeOf(1), path: second }, '9')
    await clock.pass(400)
    expect(saver.getStatus().keepsDrafts).toBe(false)
    expect(server.batches).toHaveLength(1)
  })
})
