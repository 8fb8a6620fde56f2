export { StudentTracePage as Page } from './student-trace-page.tsx'
