/** One half of r‖s as DER's INTEGER content: no leading zeros, and positive. */
const integer = (half: Uint8Array): Uint8Array => {
  const start = half.findIndex((byte) => byte !== 0)
  const own = half.subarray(start < 0 ? half.length - 1 : start)
  return (own[0] ?? 0) < 0x80 ? own : Buffer.concat([Buffer.of(0), own])
}

/** XML Signature's r‖s as the DER that Node verifies without options, and so faster. */
export const derOfRawEcdsa = (value: Uint8Array): Uint8Array => {
  const [r, s] = [integer(value.subarray(0, 32)), integer(value.subarray(32))]
  return Buffer.concat([Buffer.of(0x30, r.length + s.length + 4, 2, r.length), r, Buffer.of(2, s.length), s])
}
