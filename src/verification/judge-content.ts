import { listContradictions, listRevisionGaps, type BookFile } from '../bookfile/index.ts'
import { finding, type Finding } from './findings.ts'

/** Is the report sound in itself: no contradictions, every correction counted? */
export const judgeContent = ({ data: { report } }: BookFile): readonly Finding[] => [
  ...listContradictions(report).map(({ at, text }) => finding('contradiction', at, text)),
  ...listRevisionGaps(report).map(({ at, text }) => finding('amendments-mismatch', at, text)),
  ...(report.cover.demonstration === undefined ? [] : [finding('demonstration', 'bia.MinhHoa')]),
]
