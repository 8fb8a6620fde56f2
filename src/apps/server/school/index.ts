import cookie from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import type { Api } from '../routes/api.ts'
import { addAccountRoutes } from './accounts/index.ts'
import { addBooks } from './books/index.ts'
import { addGradebook } from './gradebook/index.ts'
import { guard } from './guard.ts'
import { addNotices } from './notices/index.ts'
import { addPapers } from './papers/index.ts'
import { createPress } from './papers/press.ts'
import type { SchoolPorts } from './ports.ts'
import { addSetUpOfYear } from './set-up/index.ts'

/** Stands guard over the whole server; before any route is added. */
export const guardSchools = (server: FastifyInstance, ports: SchoolPorts): void => {
  void server.register(cookie)
  guard(server, ports)
}

/** The school's part of the API (tài khoản, năm học, sổ theo dõi, bản in). */
export const addSchool = (api: Api, ports: SchoolPorts): void => {
  addAccountRoutes(api, ports)
  addSetUpOfYear(api, ports)
  addGradebook(api, ports)
  const press = createPress()
  addPapers(api, ports, press)
  addNotices(api, ports)
  addBooks(api, ports, press)
}
