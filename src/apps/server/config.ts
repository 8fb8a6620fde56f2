import { isIP } from 'node:net'
import { roles, type Role } from '../../accounts/index.ts'
import { secondDatumKinds, type SecondDatumKind } from '../../lookup/index.ts'
import { Refusal } from '../../shared/refusal.ts'

/** What the environment says of a server: the only place that reads it. */
export interface Config {
  /** HOCBA_DATABASE_URL: any PostgreSQL from 15 on, in place of the embedded one. */
  readonly databaseUrl?: string
  /** HOCBA_DATA: holds the sealed files, and the embedded database. */
  readonly dataFolder: string
  /** HOCBA_TRUST: whom to trust; `tin-cay` in the data folder unless told otherwise. */
  readonly trustFolder?: string
  /** HOCBA_KEYS: the folder of the keys that people and schools sign with; without it nobody signs. */
  readonly keyFolder?: string
  /** HOCBA_HOST and HOCBA_PORT: where the server listens; on this machine alone unless told otherwise. */
  readonly host: string
  readonly port: number
  /** HOCBA_PUBLIC_URL: what stands before the lookup code in QR codes, with its last slash. */
  readonly publicUrl: string
  /** HOCBA_SECOND_DATUM: which second datum the province asks for. */
  readonly secondDatum: SecondDatumKind
  /** HOCBA_TRUST_PROXY: the proxies whose X-Forwarded-For is believed, as addresses or networks with commas. */
  readonly trustProxy: false | string
  /** HOCBA_LINK_KEY: 32 bytes or more in base64, shared by servers that stand side by side. */
  readonly linkKey?: Uint8Array
  /** HOCBA_SECRET_KEY: 32 bytes in base64 that seal one-time secrets, shared by servers that stand side by side. */
  readonly secretKey?: Uint8Array
  /** HOCBA_ONE_TIME_CODES_FOR: roles, with commas, that need one-time codes beside those that always do. */
  readonly oneTimeCodesFor: readonly Role[]
  /** HOCBA_DIGEST_HOUR: from which hour on, in Viet Nam, people are told what the day has for them; 6 unless told. */
  readonly digestHour: number
  /** HOCBA_SMTP_URL and HOCBA_MAIL_FROM, both or neither: through which mail server, and as whom, letters go. */
  readonly mail?: { readonly url: string; readonly from: string }
  /** HOCBA_DEMO, 1 or 0: fill with the invented province; only on the embedded database unless told. */
  readonly demonstration: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const refuse = (name: string, rule: string): never => {
  throw new Refusal('bad-usage', `Biến môi trường ${name} phải là ${rule}.`)
}

/** An empty setting is none. */
const read = (environment: Environment, name: string): string | undefined => {
  const text = environment[name]?.trim()
  return text === '' ? undefined : text
}

const readPort = (text: string | undefined): number => {
  const port = text === undefined ? 8080 : /^\d{1,5}$/.test(text) ? Number(text) : 65_536
  return port < 65_536 ? port : refuse('HOCBA_PORT', 'số cổng từ 0 đến 65535')
}

const readSecondDatum = (text: string | undefined): SecondDatumKind =>
  text === undefined
    ? 'birth-date-and-last-four'
    : (secondDatumKinds.find((kind) => kind === text) ??
      refuse('HOCBA_SECOND_DATUM', `một trong: ${secondDatumKinds.join(', ')}`))

const isNetwork = (text: string): boolean => {
  const [address = '', length, ...others] = text.split('/')
  return isIP(address) !== 0 && (length === undefined || /^\d{1,3}$/.test(length)) && others.length === 0
}

/** "true" would believe anybody. */
const readProxies = (text: string | undefined): false | string => {
  if (text === undefined) return false
  return text.split(',').every((one) => isNetwork(one.trim()))
    ? text
    : refuse('HOCBA_TRUST_PROXY', 'các địa chỉ hoặc mạng IP, cách nhau bằng dấu phẩy')
}

const readLinkKey = (text: string): Uint8Array => {
  const key = Buffer.from(text, 'base64')
  return key.length >= 32 ? key : refuse('HOCBA_LINK_KEY', 'ít nhất 32 byte ngẫu nhiên, ghi bằng base64')
}

const readSecretKey = (text: string): Uint8Array => {
  const key = Buffer.from(text, 'base64')
  return key.length === 32 ? key : refuse('HOCBA_SECRET_KEY', 'đúng 32 byte ngẫu nhiên, ghi bằng base64')
}

const readRoles = (text: string | undefined): readonly Role[] =>
  (text?.split(',') ?? []).map(
    (name) =>
      roles.find((role) => role === name.trim()) ??
      refuse('HOCBA_ONE_TIME_CODES_FOR', `các vai trò, cách nhau bằng dấu phẩy, trong: ${roles.join(', ')}`),
  )

const readPublicUrl = (text: string): string =>
  URL.canParse(text) && /^https?:\/\/[!-~]+\/$/.test(text)
    ? text
    : refuse('HOCBA_PUBLIC_URL', 'địa chỉ http hoặc https kết thúc bằng «/»')

const readSwitch = (text: string | undefined, otherwise: boolean): boolean => {
  if (text === undefined) return otherwise
  return text === '1' || text === '0' ? text === '1' : refuse('HOCBA_DEMO', '1 hoặc 0')
}

const readHour = (text: string | undefined): number => {
  const hour = text === undefined ? 6 : /^\d{1,2}$/.test(text) ? Number(text) : 24
  return hour < 24 ? hour : refuse('HOCBA_DIGEST_HOUR', 'giờ từ 0 đến 23')
}

const readMail = (
  url: string | undefined,
  from: string | undefined,
): NonNullable<Config['mail']> | undefined => {
  if (url === undefined && from === undefined) return undefined
  if (url === undefined || !/^smtps?:\/\/[!-~]+$/.test(url) || !URL.canParse(url))
    return refuse('HOCBA_SMTP_URL', 'địa chỉ máy chủ thư dạng smtp://… hoặc smtps://…')
  if (from === undefined || !/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from))
    return refuse('HOCBA_MAIL_FROM', 'địa chỉ gửi thư, ví dụ hocba@truong.edu.vn')
  return { url, from }
}

/** Reads the environment. Refused ('bad-usage') by name where a setting is not what it must be. */
export const readConfig = (environment: Environment = process.env): Config => {
  const get = (name: string): string | undefined => read(environment, name)
  const databaseUrl = get('HOCBA_DATABASE_URL')
  const trustFolder = get('HOCBA_TRUST')
  const keyFolder = get('HOCBA_KEYS')
  const linkKey = get('HOCBA_LINK_KEY')
  const secretKey = get('HOCBA_SECRET_KEY')
  const mail = readMail(get('HOCBA_SMTP_URL'), get('HOCBA_MAIL_FROM'))
  const port = readPort(get('HOCBA_PORT'))
  const isOwn = [databaseUrl, trustFolder, keyFolder].every((setting) => setting === undefined)
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    dataFolder: get('HOCBA_DATA') ?? 'du-lieu',
    ...(trustFolder === undefined ? {} : { trustFolder }),
    ...(keyFolder === undefined ? {} : { keyFolder }),
    host: get('HOCBA_HOST') ?? '127.0.0.1',
    port,
    publicUrl: readPublicUrl(get('HOCBA_PUBLIC_URL') ?? `http://127.0.0.1:${port}/`),
    secondDatum: readSecondDatum(get('HOCBA_SECOND_DATUM')),
    trustProxy: readProxies(get('HOCBA_TRUST_PROXY')),
    ...(linkKey === undefined ? {} : { linkKey: readLinkKey(linkKey) }),
    ...(secretKey === undefined ? {} : { secretKey: readSecretKey(secretKey) }),
    oneTimeCodesFor: readRoles(get('HOCBA_ONE_TIME_CODES_FOR')),
    digestHour: readHour(get('HOCBA_DIGEST_HOUR')),
    ...(mail === undefined ? {} : { mail }),
    demonstration: readSwitch(get('HOCBA_DEMO'), isOwn),
  }
}
