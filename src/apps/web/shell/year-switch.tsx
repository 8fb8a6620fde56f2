import { NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/me.ts'
import { useSchool } from './use-school.ts'

/** Which school, year and level one works in; several of each are common. */
export const YearSwitch = () => {
  const { t } = useTranslation('shell')
  const { memberships } = useMe()
  const { path } = useSchool()
  const navigate = useNavigate()
  const isOneSchool = memberships.length === 1
  const choices = memberships.flatMap(({ schoolCode, schoolName, years }) =>
    years.map(({ schoolYear, level }) => ({
      value: `/${encodeURIComponent(schoolCode)}/${schoolYear}/${level}`,
      label: `${schoolYear} · ${t(`levels.${level}`)}${isOneSchool ? '' : ` · ${schoolName}`}`,
    })),
  )
  return (
    <NativeSelect
      aria-label={t('year.label')}
      size="xs"
      w={isOneSchool ? 190 : 300}
      miw={120}
      data={choices}
      value={path()}
      onChange={({ currentTarget }) => void navigate({ to: currentTarget.value })}
    />
  )
}
