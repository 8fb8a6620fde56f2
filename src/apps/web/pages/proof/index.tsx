export { ProofPage as Page } from './proof-page.tsx'
