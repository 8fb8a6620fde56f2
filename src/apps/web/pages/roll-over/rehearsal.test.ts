import { expect, it } from 'vitest'
import { byClass, countOutcomes, type Destination, type Outcome } from './rehearsal.ts'

const pupil = (studentCode: string, fromClass: string, outcome: Outcome): Destination => ({
  studentCode,
  fullName: 'Vi Thị Mận',
  fromClass,
  outcome,
  toClass: null,
  toGrade: null,
  reason: '',
  article: null,
})

const destinations = [
  pupil('1', '10A', 'promoted'),
  pupil('2', '6A', 'promoted'),
  pupil('3', '6A', 'undecided'),
  pupil('4', '6A', 'retained'),
]

it('counts the pupils of each outcome', () => {
  expect(countOutcomes(destinations)).toEqual({
    undecided: 1,
    waiting: 0,
    retained: 1,
    completed: 0,
    promoted: 2,
  })
})

it('groups them by class, who is not decided first', () => {
  const groups = byClass(destinations, null)
  expect(groups.map(([name]) => name)).toEqual(['6A', '10A'])
  expect(groups[0]?.[1].map(({ studentCode }) => studentCode)).toEqual(['3', '4', '2'])
  expect(byClass(destinations, 'promoted').map(([name, own]) => [name, own.length])).toEqual([
    ['6A', 1],
    ['10A', 1],
  ])
})
