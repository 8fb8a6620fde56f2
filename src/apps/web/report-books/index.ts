export * from './plan.ts'
export * from './queries.ts'
export * from './signing-queries.ts'
export { useSittingEvents } from './use-sitting-events.ts'
