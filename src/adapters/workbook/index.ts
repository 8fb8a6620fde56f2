export { formatProblem, type WorkbookNote, type WorkbookProblem } from './findings.ts'
export { readWorkbook, type WorkbookReading } from './read-workbook.ts'
export { writeTemplate } from './write/write-template.ts'
export { writeWorkbook } from './write/write-workbook.ts'
