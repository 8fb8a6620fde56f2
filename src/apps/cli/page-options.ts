import { badUsage } from './arguments.ts'

/** The options by which `issue` and `demo` are told whether and for which lookup to make pages. */
export const pageOptions = { 'no-pdf': { type: 'boolean' }, 'verify-url': { type: 'string' } } as const

/** Where QR codes lead unless told otherwise: the portal that `npm start` runs on this machine. */
export const defaultVerificationUrl = 'http://127.0.0.1:8080/'

const longestAddress = 120

/** Reads an address of the lookup: http or https, with its last slash (or `=`), as it stands before a code. */
export const readVerificationUrl = (text: string, usage: string): string => {
  const isFit = text.length <= longestAddress && URL.canParse(text) && /^https?:\/\/[!-~]+[/=?#]$/.test(text)
  if (!isFit)
    throw badUsage(
      `--verify-url «${text}» phải là địa chỉ http hoặc https kết thúc bằng «/», ví dụ https://tracuu.example/`,
      usage,
    )
  return text
}

/** Whether pages are wanted, and where their QR codes lead. */
export const readPageWish = (
  values: { readonly 'no-pdf'?: boolean | undefined; readonly 'verify-url'?: string | undefined },
  usage: string,
): { readonly verificationUrl?: string } => {
  if (values['no-pdf'] !== true)
    return { verificationUrl: readVerificationUrl(values['verify-url'] ?? defaultVerificationUrl, usage) }
  if (values['verify-url'] !== undefined) throw badUsage('--no-pdf không đi cùng --verify-url.', usage)
  return {}
}
