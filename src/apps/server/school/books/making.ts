import { randomBytes } from 'node:crypto'
import type { BookMaking } from '../../../../adapters/postgres/books/book-making.ts'
import type { SchoolPorts } from '../ports.ts'

/** With what this server makes reports: they say and link what its signing desk knows of. */
export const makingOf = ({ desk }: Pick<SchoolPorts, 'desk'>): BookMaking => ({
  drawCode: () => randomBytes(16).toString('hex'),
  ...(desk === undefined ? {} : { registry: desk.registry }),
  ...(desk?.demonstration === undefined ? {} : { demonstration: desk.demonstration }),
})
