import { Badge, Button, Group, NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { monthsOf } from '../../../../gradebook/index.ts'
import type { Sheet } from '../../grid/index.ts'
import { useWords } from '../../grid/view/use-words.ts'
import { Deadline, PageHeader, useSchool } from '../../parts/index.ts'
import type { SheetAddress } from './sheet-address.ts'
import { listMySheets } from './sheet-api.ts'

interface SheetHeadProps {
  readonly sheet: Sheet
  readonly address: SheetAddress
  readonly onMonth: (month: string) => void
  /** Something typed has not arrived yet: what is confirmed must be what the server has. */
  readonly isUnsent: boolean
  readonly onConfirm: () => void
}

/** Class, subject, year and until when: what a teacher must never be wrong about. */
export const SheetHead = ({ sheet, address, onMonth, isUnsent, onConfirm }: SheetHeadProps) => {
  const t = useWords()
  const { path } = useSchool()
  const title =
    sheet.subjectName === null
      ? t('page.other', { title: sheet.title, class: sheet.class.name })
      : t('page.subject', { subject: sheet.subjectName, class: sheet.class.name })
  return (
    <PageHeader
      title={title}
      crumbs={[{ title: t('page.crumbHome'), to: path() }, { title: title }]}
      subtitle={<About sheet={sheet} />}
      actions={
        <Group gap="xs">
          {sheet.sheet === 'attendance' ? <Months sheet={sheet} onMonth={onMonth} /> : null}
          <SheetSwitch address={address} title={title} />
          {sheet.canWrite && sheet.sheet !== 'attendance' && sheet.sheet !== 'decisions' ? (
            <Button size="xs" disabled={isUnsent} onClick={onConfirm}>
              {t('page.confirm')}
            </Button>
          ) : null}
        </Group>
      }
    />
  )
}

const About = ({ sheet }: { readonly sheet: Sheet }) => {
  const t = useWords()
  const { closesOn, title, article } = sheet.window
  return (
    <Group gap="md" component="span">
      <Text size="sm" c="dimmed" component="span">
        {t('page.year', { year: sheet.schoolYear.replace('-', '–') })}
      </Text>
      {sheet.teachers.length > 0 ? (
        <Text size="sm" c="dimmed" component="span">
          {t('page.teachers', { names: sheet.teachers.join(', ') })}
        </Text>
      ) : null}
      {closesOn === null ? (
        <Text size="sm" c="dimmed" component="span">
          {t('page.noWindow')}
        </Text>
      ) : (
        <Deadline
          date={closesOn}
          {...(title === null ? {} : { title })}
          {...(article === null ? {} : { article })}
        />
      )}
      {sheet.canWrite ? null : (
        <Badge variant="light" color="gray">
          {t('page.onlyReading')}
        </Badge>
      )}
    </Group>
  )
}

/** From one of one's own sheets to another. */
const SheetSwitch = ({ address, title }: { readonly address: SheetAddress; readonly title: string }) => {
  const t = useWords()
  const { path } = useSchool()
  const navigate = useNavigate()
  const { schoolCode, schoolYear, level, classId, sheet } = address
  const { data = [] } = useQuery({
    queryKey: ['work', schoolCode, schoolYear, level],
    queryFn: () => listMySheets(address),
  })
  const here = `${classId}/so/${sheet}`
  const others = data.map((one) => ({
    value: `${one.classId}/so/${one.sheet}`,
    label: `${one.className} · ${one.title}`,
  }))
  const options = others.some(({ value }) => value === here)
    ? others
    : [{ value: here, label: title }, ...others]
  return (
    <NativeSelect
      size="xs"
      aria-label={t('page.sheets')}
      value={here}
      data={options}
      onChange={(event) => {
        const [toClass = '', toSheet = ''] = event.currentTarget.value.split('/so/')
        void navigate({ to: path(`lop/${encodeURIComponent(toClass)}/so/${toSheet}`) })
      }}
    />
  )
}

const Months = ({ sheet, onMonth }: Pick<SheetHeadProps, 'sheet' | 'onMonth'>) => {
  const t = useWords()
  const shown = sheet.columns.find(({ path }) => path.startsWith('absentOn.'))?.path.slice(9, 16) ?? ''
  return (
    <NativeSelect
      size="xs"
      aria-label={t('page.month')}
      value={shown}
      data={monthsOf(sheet.schoolYear).map((month) => ({
        value: month,
        label: t('page.monthOption', { month: Number(month.slice(5)), year: month.slice(0, 4) }),
      }))}
      onChange={(event) => {
        onMonth(event.currentTarget.value)
      }}
    />
  )
}
