import type { AlgorithmChoice } from './key-ring.ts'

/** Mostly RSA with PKCS#1 v1.5, some PSS, some ECDSA: every kind of key and algorithm occurs in every school. */
const algorithms = [
  'rsa-pkcs1-sha256',
  'ecdsa-p256-sha256',
  'rsa-pkcs1-sha256',
  'rsa-pss-sha256',
  'rsa-pkcs1-sha256',
] as const

/** The kinds of keys that the demonstration's people and schools have, in turn. */
export const algorithmOf: AlgorithmChoice = (index) =>
  algorithms[index % algorithms.length] ?? 'rsa-pkcs1-sha256'

/** Certificates begin before the first signature of the earliest invented year. */
export const certificatesFrom = new Date('2024-08-01T00:00:00+07:00')
