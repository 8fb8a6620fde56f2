import { findingKinds, type FindingCode, type VerdictWord } from '../verification/index.ts'

/** What the registry (CSDL học bạ) may have to say about a book, beside what verification found in the file. */
export const registryFindingKinds = {
  'registry-unknown': { effect: 'unsettles', text: 'CSDL học bạ nơi đây không có phiên bản này' },
  'registry-other-file': {
    effect: 'fails',
    text: 'CSDL học bạ giữ một tệp khác cho chính phiên bản này; chỉ tệp trong CSDL có giá trị',
  },
  'registry-replaced': { effect: 'fails', text: 'Phiên bản này đã bị thay thế' },
  'registry-revoked': { effect: 'fails', text: 'Phiên bản này đã bị thu hồi' },
} as const

export type RegistryFindingCode = keyof typeof registryFindingKinds

/** One thing that was found, in the file or in the registry, with the place and a sentence in Vietnamese. */
export interface LookupFinding {
  readonly code: FindingCode | RegistryFindingCode
  readonly at: string
  readonly text: string
}

/** Makes a finding of the registry; `detail` completes the kind's sentence. */
export const registryFinding = (code: RegistryFindingCode, detail?: string): LookupFinding => ({
  code,
  at: 'csdl',
  text:
    detail === undefined ? registryFindingKinds[code].text : `${registryFindingKinds[code].text}: ${detail}`,
})

const kinds: Readonly<Record<LookupFinding['code'], { readonly effect: string; readonly text: string }>> = {
  ...findingKinds,
  ...registryFindingKinds,
}

/** The same finding without place and detail, which may name people or marks. */
export const withoutDetail = ({ code }: LookupFinding): LookupFinding => ({
  code,
  at: '',
  text: kinds[code].text,
})

/** One failed finding fails the whole; else one that unsettles leaves it open (as in verification). */
export const outcomeOf = (findings: readonly LookupFinding[]): VerdictWord => {
  const effects = new Set(findings.map(({ code }) => kinds[code].effect))
  return effects.has('fails') ? 'failed' : effects.has('unsettles') ? 'indeterminate' : 'passed'
}
