import { beforeAll, describe, expect, it } from 'vitest'
import { buildPdf, plainObjects, type Objects } from './build-pdf.ts'
import { findingsOf, openPdfOffice, sealPdf, type PdfOffice } from './office.ts'

/** What an attacker has: a sealed file, or a way to have a prepared one sealed. */
export interface Scene {
  readonly office: PdfOffice
  /** The sealed plain page. */
  readonly sealed: Uint8Array
  /** Has a page sealed that differs from the plain one in these objects. */
  readonly sealPrepared: (objects: Objects) => Promise<Uint8Array>
}

export type Attack = readonly [
  name: string,
  file: (scene: Scene) => Uint8Array | Promise<Uint8Array>,
  findings: readonly string[],
]

/** Makes each file and compares everything that is found about it with what should be found. */
export const describeAttacks = (what: string, attacks: readonly Attack[]): void => {
  describe(what, () => {
    let scene: Scene
    beforeAll(async () => {
      const office = await openPdfOffice()
      scene = {
        office,
        sealed: await sealPdf(buildPdf(), office),
        sealPrepared: (objects) => sealPdf(buildPdf({ ...plainObjects, ...objects }), office),
      }
    })
    it.each(attacks)('%s', async (_, file, findings) => {
      const found = findingsOf(await file(scene), scene.office)
      expect([...found].sort()).toEqual([...findings].sort())
    })
  })
}
