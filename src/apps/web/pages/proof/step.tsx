import { Text } from '@mantine/core'
import type { Reason } from '../../../../evaluation/index.ts'
import { articleOf } from './articles.ts'
import classes from './proof.module.css'

/** One step of a proof: what the rule makes of the pupil's values, and the article that says so. */
export const Step = ({ reason }: { readonly reason: Reason }) => (
  <li className={classes['step']} lang="vi">
    <span>{reason.text}</span>
    <ArticleName rule={reason.rule} />
  </li>
)

/** The article of a rule: 'Thông tư 22/2021/TT-BGDĐT, Điều 9, khoản 2, điểm a: Các mức kết quả học tập'. */
export const ArticleName = ({ rule }: { readonly rule: string }) => {
  const { text, place, about } = articleOf(rule)
  return (
    <Text component="cite" size="xs" c="dimmed" className={classes['article']} lang="vi">
      {[place, text].filter((part) => part !== '').join(', ')}
      {about !== '' && `: ${about}`}
    </Text>
  )
}
