import { Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../parts/index.ts'
import type { SittingView } from '../../report-books/signing-queries.ts'
import table from '../../report-books/table.module.css'

const shown = 10

/** What was signed or sealed lately, by whom and when. */
export const RecentSittings = ({ sittings }: { readonly sittings: readonly SittingView[] }) => {
  const { t } = useTranslation('signing')
  if (sittings.length === 0) return null
  return (
    <Paper withBorder component="section" aria-labelledby="phien-gan-day">
      <Title order={2} id="phien-gan-day" px="md" py="sm">
        {t('sitting.recent')}
      </Title>
      <table className={table['table']}>
        <tbody>
          {sittings.slice(0, shown).map((one) => (
            <tr key={one.sittingId}>
              <th scope="row">
                {t('sitting.finished', { name: one.byName, at: formatTime(one.endedAt ?? one.beganAt) })}
              </th>
              <td className={table['number']}>
                {t('sitting.progress', { done: one.done, total: one.total })}
              </td>
              <td>
                {one.failed + one.dropped > 0 && (
                  <Text span size="sm">
                    {t('sitting.failed')}: {one.failed + one.dropped}
                  </Text>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  )
}
