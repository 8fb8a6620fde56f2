/** A rule as evaluation cites it, ready to be read: which text, which article, and what that article is about. */
export interface Article {
  /** 'Thông tư 22/2021/TT-BGDĐT' */
  readonly text: string
  /** 'Điều 9, khoản 2, điểm a' */
  readonly place: string
  /** 'Đánh giá kết quả học tập'; empty where the list below does not know it. */
  readonly about: string
}

const texts: Readonly<Record<string, string>> = {
  'TT22/2021': 'Thông tư 22/2021/TT-BGDĐT',
  'TT27/2020': 'Thông tư 27/2020/TT-BGDĐT',
}

// What each article is about, as docs/law.md lists them.
const subjects: Readonly<Record<string, string>> = {
  'TT22/2021 8': 'Kết quả rèn luyện',
  'TT22/2021 9': 'Kết quả học tập',
  'TT22/2021 9.1': 'Điểm trung bình môn và kết quả môn học',
  'TT22/2021 9.2': 'Các mức kết quả học tập',
  'TT22/2021 9.3': 'Điều chỉnh mức kết quả học tập',
  'TT22/2021 11': 'Học sinh khuyết tật',
  'TT22/2021 12': 'Được lên lớp, không được lên lớp',
  'TT22/2021 12.1': 'Điều kiện lên lớp',
  'TT22/2021 12.4': 'Quyết định của hiệu trưởng với học sinh khuyết tật',
  'TT22/2021 13': 'Rèn luyện trong hè',
  'TT22/2021 14': 'Kiểm tra, đánh giá lại trong hè',
  'TT22/2021 15': 'Khen thưởng',
  'TT27/2020 8': 'Học sinh khuyết tật',
  'TT27/2020 9': 'Tổng hợp kết quả giáo dục cả năm',
  'TT27/2020 11': 'Hoàn thành chương trình lớp học, lên lớp',
  'TT27/2020 13': 'Khen thưởng',
}

const ruleForm = /^(TT\d+\/\d{4}) Điều (\d+)(?:\.(\d+))?(?:\.([a-zđ]))?$/u

/** Reads a rule such as 'TT22/2021 Điều 9.2.a'; an unknown form is shown as it stands. */
export const articleOf = (rule: string): Article => {
  const [, circular = '', article = '', clause, point] = ruleForm.exec(rule) ?? []
  if (article === '') return { text: '', place: rule, about: '' }
  const parts = [
    `Điều ${article}`,
    ...(clause === undefined ? [] : [`khoản ${clause}`]),
    ...(point === undefined ? [] : [`điểm ${point}`]),
  ]
  return {
    text: texts[circular] ?? circular,
    place: parts.join(', '),
    about: subjects[`${circular} ${article}.${clause}`] ?? subjects[`${circular} ${article}`] ?? '',
  }
}
