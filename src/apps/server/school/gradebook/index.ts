import type { Api } from '../../routes/api.ts'
import type { SchoolPorts } from '../ports.ts'
import { addGetCellTrace, addGetClassResults, addGetStudentTrace } from './results.ts'
import { gradebookSchemas } from './schemas.ts'
import { addGetSheet, addListSheetChanges, addSaveCells } from './sheets.ts'
import { addGetWork } from './work.ts'

/** The routes of the gradebook (sổ theo dõi và đánh giá học sinh). */
export const addGradebook = (api: Api, ports: SchoolPorts): void => {
  for (const schema of gradebookSchemas) api.addSchema(schema)
  addGetWork(api, ports)
  addGetSheet(api, ports)
  addListSheetChanges(api, ports)
  addSaveCells(api, ports)
  addGetClassResults(api, ports)
  addGetCellTrace(api, ports)
  addGetStudentTrace(api, ports)
}
