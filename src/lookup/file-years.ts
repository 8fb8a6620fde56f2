import type { FileAnswer, FileYear } from './answers.ts'

/** The years inside a file that was brought, whether it holds one or is compiled over several; none of a broken one. */
export const listFileYears = ({
  years,
  report,
  verdict,
  status,
  newestVersion,
}: FileAnswer): readonly FileYear[] =>
  report === undefined
    ? (years ?? [])
    : [
        {
          verdict,
          report,
          ...(status === undefined ? {} : { status }),
          ...(newestVersion === undefined ? {} : { newestVersion }),
        },
      ]
