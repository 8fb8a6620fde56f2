import { readSchoolYear } from '../../../../adapters/postgres/school/read-school-year.ts'
import { writeWorkbook } from '../../../../adapters/workbook/index.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'
import { createGate } from '../../limits/gate.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import { fileAnswer, sendFile, workbookType } from '../papers/download.ts'
import type { SchoolPorts } from '../ports.ts'
import { mayBringMarks } from './may-bring-marks.ts'
import { yearAddress, YearParams } from './places.ts'

/** GET …/workbook.xlsx: the year as a workbook, to be changed and brought in again. */
export const addWorkbookDownload = (api: Api, { school }: SchoolPorts): void => {
  const gate = createGate(1, 8, 'Máy chủ đang ghi sổ khác')
  api.get(
    `${yearAddress}/workbook.xlsx`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'getYearWorkbook',
        summary: 'The year as a workbook, as importWorkbook takes it',
        description: 'Marks and comments are in it only for who may bring them in.',
        tags: ['set-up'],
        params: YearParams,
        response: {
          200: fileAnswer('The workbook.', workbookType),
          ...problemAnswers(400, 401, 403, 404, 422, 429, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { schoolYear, level } = request.params
      const isStructureOnly = !mayBringMarks(actor)
      const bytes = await gate(async () =>
        writeWorkbook(
          await readSchoolYear(school, actor.schoolCode, schoolYear as SchoolYear, {
            level,
            isStructureOnly,
          }),
        ),
      )
      return sendFile(reply, workbookType, `Sổ năm học ${schoolYear}.xlsx`, bytes)
    },
  )
}
