/**
 * Text as Exclusive XML Canonicalization writes it (W3C xml-exc-c14n, by reference Canonical XML 1.0 §2.3): only
 * `&`, `<`, `>` are escaped. Carriage returns and other control characters never occur in what this project writes.
 */
export const escapeXmlText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text

/**
 * Reads canonical text back. Undefined when the raw form is not the canonical one, so that two different byte
 * sequences never read as the same value.
 */
export const unescapeXmlText = (raw: string): string | undefined => {
  if (raw.includes('>')) return undefined
  if (!raw.includes('&')) return raw
  if (/&(?!(?:amp|lt|gt);)/.test(raw)) return undefined
  return raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/**
 * Characters that are their own NFC form wherever they stand: printable ASCII, line feed, Latin letters with
 * Vietnamese marks, general punctuation. Lets nearly every text skip the costly normalisation.
 */
const ordinary = /^[\n\x20-\x7e\u00a1-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ab]*$/

const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u

/** Whether a text may stand in a signed file: composed (NFC), no control characters, no lone surrogates. */
export const isSignableText = (text: string): boolean =>
  ordinary.test(text) || (!forbidden.test(text) && text.normalize('NFC') === text)
