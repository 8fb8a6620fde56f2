import { describe, expect, it } from 'vitest'
import { listImports, listSources, parse, targetOf, type Source } from './sources.ts'

/** The stages that run in a browser too; of each its front door alone, of `shared` every file. */
const stages = ['records', 'evaluation', 'gradebook', 'accounts']

const isOfWeb = (path: string): boolean => path.startsWith('src/apps/web/')
const pages = listSources().filter(({ path }) => isOfWeb(path) && !path.endsWith('/vite.config.ts'))

const isOpenToPages = (path: string): boolean =>
  isOfWeb(path) || path.startsWith('src/shared/') || stages.some((stage) => path === `src/${stage}/index.ts`)

/** What a page must not import: other folders of the program, and what only Node has. */
const wrongImports = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) =>
    listImports(source)
      .filter((specifier) => specifier !== null)
      .filter((specifier) =>
        specifier.startsWith('.')
          ? !isOpenToPages(targetOf(source, specifier))
          : specifier.startsWith('node:'),
      )
      .map((specifier) => `${source.path} imports ${specifier}`),
  )

describe('the pages of the school', () => {
  it('import the stages that run in a browser, through their doors, and nothing else of the program', () => {
    expect(pages.length).toBeGreaterThan(30)
    expect(wrongImports(pages)).toEqual([])
  })

  it('are noticed when they import a stage of the server, a side entrance or Node', () => {
    const text = [
      "import { issue } from '../../issuing/index.ts'",
      "import type { Cell } from '../../gradebook/cell.ts'",
      "const fs = await import('node:fs')",
      "import { parse } from '../../gradebook/index.ts'",
    ].join('\n')
    expect(wrongImports([parse('src/apps/web/x.ts', text)])).toHaveLength(3)
  })
})
