export { BorderlinePage as Page } from './borderline-page.tsx'
