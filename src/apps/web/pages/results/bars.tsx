import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './bars.module.css'

/** One bar: how many pupils have a value. */
export interface Bar {
  readonly label: string
  readonly count: number
  readonly tone: 'good' | 'fair' | 'pass' | 'bad' | 'open'
}

interface BarsProps {
  readonly title: string
  readonly bars: readonly Bar[]
  readonly total: number
}

const share = (count: number, total: number): string =>
  total === 0 ? '0%' : `${((100 * count) / total).toFixed(1).replace('.', ',')}%`

/** A small chart of bars that is at the same time a table: each bar stands beside its number and its share. */
export const Bars = ({ title, bars, total }: BarsProps) => {
  const { t } = useTranslation('results')
  return (
    <section className={classes['box']}>
      <Title order={3} mb={6}>
        {title}
      </Title>
      <Table
        className={classes['table']}
        withRowBorders={false}
        withTableBorder={false}
        withColumnBorders={false}
        verticalSpacing={3}
        horizontalSpacing={4}
      >
        <Table.Thead className={classes['head']}>
          <Table.Tr>
            <Table.Th scope="col">{t('statistics.value')}</Table.Th>
            <Table.Th scope="col">{t('statistics.count')}</Table.Th>
            <Table.Th scope="col">{t('statistics.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bars.map((bar) => (
            <BarRow key={bar.label} bar={bar} total={total} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

const BarRow = ({ bar, total }: { readonly bar: Bar; readonly total: number }) => (
  <Table.Tr>
    <Table.Th scope="row" className={classes['label']}>
      {bar.label}
    </Table.Th>
    <Table.Td className={classes['measure']}>
      <span className={classes['track']} aria-hidden="true">
        <span
          className={classes['bar']}
          data-tone={bar.tone}
          style={{ width: share(bar.count, total).replace(',', '.') }}
        />
      </span>
      <Text span fw={600} className={classes['count']}>
        {bar.count}
      </Text>
    </Table.Td>
    <Table.Td className={classes['share']}>{share(bar.count, total)}</Table.Td>
  </Table.Tr>
)
