import type { SchoolInUse } from '../parts/index.ts'
import { part, requestOfYear, type AnswerOf } from '../setting-up/request.ts'
import { keyOf } from './queries.ts'

/** Học bạ của một lớp. */
export type ClassBooks = AnswerOf<'listClassBooks'>
export type BookInClass = ClassBooks['books'][number]
/** Mức sẵn sàng của một lớp. */
export type Readiness = AnswerOf<'getClassReadiness'>
/** Học bạ của một em. */
export type BookView = AnswerOf<'getBook'>

export const classBooksQuery = (school: SchoolInUse, classId: string) => ({
  queryKey: keyOf(school, 'class', classId),
  queryFn: () => requestOfYear<'listClassBooks'>('get', school, `classes/${part(classId)}/books`),
})

export const readinessQuery = (school: SchoolInUse, classId: string) => ({
  queryKey: keyOf(school, 'readiness', classId),
  queryFn: () => requestOfYear<'getClassReadiness'>('get', school, `classes/${part(classId)}/readiness`),
})

export const bookQuery = (school: SchoolInUse, classId: string, studentCode: string) => ({
  queryKey: keyOf(school, 'book', classId, studentCode),
  queryFn: () =>
    requestOfYear<'getBook'>('get', school, `classes/${part(classId)}/books/${part(studentCode)}`),
})
