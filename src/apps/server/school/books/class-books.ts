import { carryOver } from '../../../../adapters/postgres/books/carry-over.ts'
import { confirmCovers, type ConfirmedCovers } from '../../../../adapters/postgres/books/confirm-covers.ts'
import {
  listBooks,
  type BookReader,
  type ClassBooks,
} from '../../../../adapters/postgres/books/list-books.ts'
import { readBook, type BookView } from '../../../../adapters/postgres/books/read-book.ts'
import type { CarryOver } from '../../../../adapters/postgres/books/stored-carry-overs.ts'
import type { Actor } from '../../../../accounts/index.ts'
import type { Api } from '../../routes/api.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { classPlaceOf } from '../gradebook/places.ts'
import { ClassParams, StudentParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { yearAddress } from '../set-up/places.ts'
import { readAnswers, writeAnswers } from '../set-up/writing.ts'
import {
  BookViewSchema,
  CarryOverBody,
  CarryOverSchema,
  classBooksSchemas,
  ClassBooksSchema,
  ConfirmedCoversSchema,
} from './class-books-schemas.ts'
import { makingOf } from './making.ts'

const classAddress = `${yearAddress}/classes/:classId`

/** The routes of a class's books (chốt bìa, kết chuyển, học bạ của lớp). */
export const addClassBooks = (api: Api, ports: SchoolPorts): void => {
  for (const schema of classBooksSchemas) api.addSchema(schema)
  addConfirmCovers(api, ports)
  addCarryOver(api, ports)
  addListBooks(api, ports)
  addGetBook(api, ports)
}

const whole = ['principal', 'vice-principal', 'clerk', 'registrar'] as const

/** Who answers for a subject alone sees who signs, not what became of the pupils' years. */
const readerOf = ({ roles, homeroomClasses }: Actor, classId: string): BookReader => ({
  seesWhole: whole.some((role) => roles.includes(role)) || homeroomClasses.includes(classId),
})

const addConfirmCovers = (api: Api, ports: SchoolPorts): void => {
  api.post(
    `${classAddress}/covers`,
    {
      config: { access: 'class.carry-over' },
      schema: {
        operationId: 'confirmCovers',
        summary: 'Confirm the profiles of a class: its covers are made, to be signed and sealed',
        description:
          'By the homeroom teacher, at the start of the year. A profile that changed since makes a new cover.',
        tags: ['books'],
        params: ClassParams,
        response: { 200: answering<ConfirmedCovers>(ConfirmedCoversSchema), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const teacher = getActor(request)
      const place = classPlaceOf(teacher, request.params)
      const acting = { teacher, now: ports.clock(), making: makingOf(ports) }
      return (await confirmCovers(ports.school, place, acting)) ?? notFound(reply)
    },
  )
}

const addCarryOver = (api: Api, ports: SchoolPorts): void => {
  api.post(
    `${classAddress}/carry-over`,
    {
      config: { access: 'class.carry-over' },
      schema: {
        operationId: 'carryOverClass',
        summary: 'Publish a class’s gradebook and carry it over into report books',
        description:
          'By the homeroom teacher, when every sheet is confirmed, of exactly the cells whose digest is sent. The same again is answered as it was; after changes only what differs is made anew.',
        tags: ['books'],
        params: ClassParams,
        body: CarryOverBody,
        response: { 200: answering<CarryOver>(CarryOverSchema), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const teacher = getActor(request)
      const place = classPlaceOf(teacher, request.params)
      const wanted = { ...request.body, teacher, now: ports.clock(), making: makingOf(ports) }
      return (await carryOver(ports.school, place, wanted)) ?? notFound(reply)
    },
  )
}

const addListBooks = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${classAddress}/books`,
    {
      config: { access: 'books.read' },
      schema: {
        operationId: 'listClassBooks',
        summary: 'How far the cover and the report of every pupil of a class are, and whom they wait for',
        tags: ['books'],
        params: ClassParams,
        response: { 200: answering<ClassBooks>(ClassBooksSchema), ...readAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = classPlaceOf(actor, request.params)
      return (await listBooks(school, place, readerOf(actor, place.classId))) ?? notFound(reply)
    },
  )
}

const addGetBook = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${classAddress}/books/:studentCode`,
    {
      config: { access: 'books.read' },
      schema: {
        operationId: 'getBook',
        summary: 'One pupil’s book: its signatures, its drafts, and what changed since whoever asks signed',
        tags: ['books'],
        params: StudentParams,
        response: { 200: answering<BookView>(BookViewSchema), ...readAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = classPlaceOf(actor, request.params)
      const { staffCode } = actor
      const reader = { ...readerOf(actor, place.classId), ...(staffCode === undefined ? {} : { staffCode }) }
      return (await readBook(school, place, request.params.studentCode, reader)) ?? notFound(reply)
    },
  )
}
