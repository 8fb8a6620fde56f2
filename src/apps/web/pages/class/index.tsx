export { ClassPage as Page } from './class-page.tsx'
