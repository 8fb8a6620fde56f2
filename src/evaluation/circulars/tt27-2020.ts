import { primaryRuleSet } from './tt27-2020/rule-set.ts'
import type { PrimaryThresholds } from './tt27-2020/standards.ts'

/** Thông tư 27/2020/TT-BGDĐT, 4 September 2020: how primary pupils are assessed. Scores are whole points. */
export const tt27Thresholds: PrimaryThresholds = {
  circular: 'TT27/2020',
  version: '2020-09-04',
  fromSchoolYear: '2020-2021',
  // Điều 9, khoản 2, điểm a-c; what reaches none of them is Chưa hoàn thành, điểm d.
  standards: [
    { result: 'excellent', point: 'a', worstLevel: 'T', worstTrait: 'T', lowestScore: 9 },
    { result: 'well-completed', point: 'b', worstLevel: 'T', worstTrait: 'T', lowestScore: 7 },
    { result: 'completed', point: 'c', worstLevel: 'H', worstTrait: 'Đ', lowestScore: 5 },
  ],
  // Điều 7: tested only where local guidance says so.
  optionallyTested: ['TIENG_DAN_TOC'],
  // Điều 7, khoản 1, điểm b: in grades 4 and 5 also in the middle of both terms.
  midtermTested: { subjects: ['TIENG_VIET', 'TOAN'], grades: [4, 5] },
}

/** The rules that these numbers make. */
export const tt27Of2020 = primaryRuleSet(tt27Thresholds)
