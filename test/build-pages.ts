import { ensureWeb } from '../src/apps/server/web/build.ts'

/** Before the first test: the school's pages are built once, where the server looks for them. */
export const setup = (): Promise<void> => ensureWeb(() => undefined)
