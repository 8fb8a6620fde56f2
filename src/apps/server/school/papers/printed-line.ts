import type { Printing } from '../../../../rendition/index.ts'
import { formatInstant } from '../../../../shared/dates.ts'

/** What a workbook says of itself at the foot of each printed page. */
export const printedLine = ({ by, at }: Printing): string => {
  const [day = '', time = ''] = formatInstant(at).split('T')
  return `BẢN IN TỪ SỔ ĐIỆN TỬ – chưa xác nhận. Xuất lúc ${day.split('-').reverse().join('/')} ${time.slice(0, 5)}, người xuất: ${by}.`
}
