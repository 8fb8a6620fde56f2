import { Refusal } from '../shared/refusal.ts'

const pattern = /^[a-z0-9][a-z0-9._@-]{2,59}$/

/** A user name as it is compared: case does not matter. */
export const usernameKey = (username: string): string => username.normalize('NFKC').trim().toLowerCase()

/** Refuses a user name that cannot be typed on every keyboard. */
export const checkUsername = (username: string): string => {
  const name = usernameKey(username)
  if (pattern.test(name)) return name
  throw new Refusal(
    'input-not-accepted',
    `Tên đăng nhập '${username}' không dùng được: cần 3–60 chữ không dấu, chữ số, dấu chấm, gạch hoặc @, bắt đầu bằng chữ hoặc số.`,
  )
}

/** A user name made of a person's name: 'Nguyễn Thị Hồng Ánh' becomes 'anh.nguyenthihong'. */
export const suggestUsername = (fullName: string): string => {
  const words = fullName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const given = words.at(-1) ?? 'nguoi'
  const family = words.slice(0, -1).join('')
  return (family === '' ? given : `${given}.${family}`).slice(0, 50).padEnd(3, '0')
}
