/** How people of one ethnic group (dân tộc) of the invented province are named. */
export interface NamingCustom {
  readonly ethnicity: string
  readonly families: readonly (readonly [string, number])[]
  /** Given names with their middle names; where absent, people are named as the Kinh are. */
  readonly male?: readonly string[]
  readonly female?: readonly string[]
}

const evenly = (...families: string[]): readonly (readonly [string, number])[] =>
  families.map((family) => [family, 1] as const)

/** Family names of the Kinh, by their share of the population in per mille. */
const kinhFamilies = [
  ['Nguyễn', 380],
  ['Trần', 110],
  ['Lê', 95],
  ['Phạm', 70],
  ['Phan', 45],
  ['Hoàng', 36],
  ['Vũ', 25],
  ['Đặng', 21],
  ['Bùi', 20],
  ['Huỳnh', 15],
  ['Đỗ', 14],
  ['Võ', 14],
  ['Hồ', 13],
  ['Ngô', 13],
  ['Dương', 10],
  ['Đinh', 10],
  ['Cao', 9],
  ['Trịnh', 8],
  ['Đoàn', 8],
  ['Mai', 7],
  ['Lương', 7],
  ['Chu', 6],
  ['Tạ', 6],
  ['Thái', 5],
  ['Lý', 5],
  ['Phùng', 5],
] as const

export const kinh: NamingCustom = { ethnicity: 'Kinh', families: kinhFamilies }

export const thai: NamingCustom = {
  ethnicity: 'Thái',
  families: evenly('Lò', 'Vi', 'Lương', 'Quàng', 'Cầm', 'Lường', 'Lữ', 'Hà', 'Lang'),
  male: [
    'Văn Pánh',
    'Văn Inh',
    'Văn Thoan',
    'Văn Hặc',
    'Văn Chung',
    'Văn Tiến',
    'Văn Quyết',
    'Minh Thuận',
    'Văn Du',
    'Anh Tú',
  ],
  female: [
    'Thị Piếng',
    'Thị Xuyến',
    'Thị Biên',
    'Thị Inh',
    'Thị Hoa Ban',
    'Thị Mai Lả',
    'Thị Phương',
    'Thị Kim Thoa',
    'Thị Ánh',
    'Thị Thu Hoài',
  ],
}

export const otherCustoms: readonly NamingCustom[] = [
  { ethnicity: 'Mường', families: evenly('Bùi', 'Quách', 'Đinh', 'Hà', 'Phạm', 'Bạch') },
  { ethnicity: 'Tày', families: evenly('Nông', 'Hoàng', 'Ma', 'Triệu', 'Bế', 'Hứa', 'Lục', 'Lý') },
  { ethnicity: 'Nùng', families: evenly('Nông', 'Hoàng', 'Lương', 'Vi', 'Lộc', 'Lý', 'Mông') },
  { ethnicity: 'Thổ', families: evenly('Trương', 'Lê', 'Nguyễn', 'Cao', 'Lục') },
  {
    ethnicity: 'Mông',
    families: evenly('Giàng', 'Sùng', 'Vàng', 'Thào', 'Lầu', 'Vừ', 'Hờ', 'Mùa', 'Cháng', 'Lý'),
    male: ['A Páo', 'A Chư', 'A Tủa', 'A Dình', 'A Lềnh', 'A Sinh', 'Bá Chò', 'A Vảng', 'Mí Sính', 'A Khua'],
    female: [
      'Thị Mỷ',
      'Thị Dở',
      'Thị Chu',
      'Thị Sua',
      'Thị Pàng',
      'Thị Xi',
      'Thị Dí',
      'Thị Mai',
      'Thị Ca',
      'Y Dợ',
    ],
  },
  {
    ethnicity: 'Dao',
    families: evenly('Triệu', 'Bàn', 'Đặng', 'Phùng', 'Chảo', 'Tẩn', 'Lý'),
    male: ['Văn Tòng', 'Tài Cao', 'Phụ Phin', 'Văn Chiến', 'Tiến Thanh', 'Láo Lở', 'Kim Phúc', 'Văn Quyên'],
    female: ['Mùi Pham', 'Mùi Nái', 'Thị Liên', 'Thị Nga', 'Mùi Ghển', 'Thị Hường', 'Tả Mẩy', 'Thị Múi'],
  },
  {
    ethnicity: 'Khơ-mú',
    families: evenly('Moong', 'Cụt', 'Lữ', 'Ven', 'Lương'),
    male: ['Văn Sơn', 'Văn Hoài', 'Phò Khăm', 'Văn Nghệ', 'Văn Đào', 'Văn Thỏa'],
    female: ['Thị May', 'Thị Lan', 'Thị Ón', 'Thị Hằng', 'Thị Thơm', 'Thị Xeo'],
  },
]
