import type { Api } from '../../routes/api.ts'
import type { SchoolPorts } from '../ports.ts'
import { addChangeYear } from './change-year.ts'
import { addClassesAndLessons } from './classes.ts'
import { addLists } from './lists.ts'
import { addPeople } from './people.ts'
import { addRollOver } from './roll-over.ts'
import { addSettings } from './settings.ts'
import { addStudentFiles } from './students.ts'
import { addWorkbookDownload } from './workbook-download.ts'
import { addWorkbooks } from './workbooks.ts'
import { addYears } from './year.ts'

/** The routes of setting up a school year (thiết lập năm học). */
export const addSetUpOfYear = (api: Api, ports: SchoolPorts): void => {
  addYears(api, ports)
  addLists(api, ports)
  addWorkbooks(api, ports)
  addWorkbookDownload(api, ports)
  addChangeYear(api, ports)
  addPeople(api, ports)
  addClassesAndLessons(api, ports)
  addStudentFiles(api, ports)
  addSettings(api, ports)
  addRollOver(api, ports)
}
