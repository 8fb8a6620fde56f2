export { ResultsPage as Page } from './results-page.tsx'
