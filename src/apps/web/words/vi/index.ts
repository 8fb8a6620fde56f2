import { account } from './account.ts'
import { books } from './books.ts'
import { grid } from './grid.ts'
import { progress } from './progress.ts'
import { results } from './results.ts'
import { setup } from './setup.ts'
import { shell } from './shell.ts'
import { signing } from './signing.ts'

/** Every word of the pages, in Vietnamese. */
export const vietnamese = { shell, account, books, grid, setup, results, signing, progress }
