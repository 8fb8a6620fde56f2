import type { Api } from '../../routes/api.ts'
import type { SchoolPorts } from '../ports.ts'
import { addClassPapers } from './class-papers.ts'
import type { Press } from './press.ts'
import { addSheetFiles, SheetFileSchema } from './sheet-files.ts'
import { addSheetPage } from './sheet-page.ts'

/** The papers of a class and the workbooks of a sheet (bản in, tệp Excel). */
export const addPapers = (api: Api, ports: SchoolPorts, press: Press): void => {
  api.addSchema(SheetFileSchema)
  addClassPapers(api, ports, press)
  addSheetPage(api, ports, press)
  addSheetFiles(api, ports)
}
