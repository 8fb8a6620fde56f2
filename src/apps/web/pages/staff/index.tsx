import { Badge, Button, Group, Select, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, formatDate, PageHeader, useSchool, type DataColumn } from '../../parts/index.ts'
import { ListFrame, byGivenName, isFound, Loaded, useList, type StaffLine } from '../../setting-up/index.ts'
import { postName, useMayKeepStaff } from './post-name.ts'
import { StaffForm } from './staff-form.tsx'

/** Cán bộ, giáo viên: the list and, beside it, the form of one. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { schoolYear } = useSchool()
  const staff = useList('staff')
  const mayKeep = useMayKeepStaff()
  const [open, setOpen] = useState<StaffLine | 'new'>()
  return (
    <>
      <PageHeader
        title={t('staff.title')}
        subtitle={t('staff.subtitle', { year: schoolYear, count: staff.data?.staff.length ?? 0 })}
        actions={
          mayKeep && (
            <Button
              onClick={() => {
                setOpen('new')
              }}
            >
              {t('staff.add')}
            </Button>
          )
        }
      />
      <Loaded query={staff}>{({ staff: all }) => <StaffTable staff={all} onOpen={setOpen} />}</Loaded>
      {open !== undefined && (
        <StaffForm
          member={open === 'new' ? undefined : open}
          staff={staff.data?.staff ?? []}
          onClose={() => {
            setOpen(undefined)
          }}
        />
      )}
    </>
  )
}

interface StaffTableProps {
  readonly staff: readonly StaffLine[]
  readonly onOpen: (member: StaffLine) => void
}

const StaffTable = ({ staff, onOpen }: StaffTableProps) => {
  const { t } = useTranslation('setup')
  const [typed, setTyped] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const groups = [...new Set(staff.flatMap((one) => one.subjectGroup ?? []))].toSorted((one, other) =>
    one.localeCompare(other, 'vi'),
  )
  const shown = staff
    .filter((one) => isFound(`${one.fullName} ${one.staffCode}`, typed))
    .filter((one) => group === null || one.subjectGroup === group)
    .toSorted(byGivenName)
  return (
    <ListFrame width={760}>
      <DataTable
        label={t('staff.title')}
        columns={useColumns(onOpen)}
        rows={shown}
        keyOf={({ staffCode }) => staffCode}
        empty={staff.length === 0 ? t('staff.empty') : t('common.nobodyFound')}
        search={{ value: typed, onChange: setTyped, label: t('staff.search') }}
        tools={
          <Select
            aria-label={t('staff.group')}
            placeholder={t('staff.allGroups')}
            data={groups}
            value={group}
            onChange={setGroup}
            clearable
            clearButtonProps={{ 'aria-label': t('staff.allGroups') }}
            w={220}
          />
        }
      />
    </ListFrame>
  )
}

const useColumns = (onOpen: (member: StaffLine) => void): readonly DataColumn<StaffLine>[] => {
  const { t } = useTranslation('setup')
  return [
    {
      key: 'name',
      title: t('common.fullName'),
      isRowHeader: true,
      cell: (one) => (
        <UnstyledButton
          className="link"
          onClick={() => {
            onOpen(one)
          }}
          fz="sm"
          c="blue.9"
          fw={500}
          py={3}
        >
          {one.fullName}
        </UnstyledButton>
      ),
    },
    { key: 'code', title: t('staff.code'), cell: ({ staffCode }) => staffCode },
    { key: 'post', title: t('staff.post'), cell: ({ post }) => postName(t, post) },
    { key: 'group', title: t('staff.group'), cell: ({ subjectGroup }) => subjectGroup ?? '–' },
    {
      key: 'birth',
      title: t('common.birthDate'),
      cell: ({ birthDate }) => (birthDate === null ? '–' : formatDate(birthDate)),
    },
    {
      key: 'state',
      title: t('staff.state'),
      cell: ({ hasLeft }) => (
        <Group gap={4}>
          <Badge variant="light" color={hasLeft ? 'gray' : 'green'}>
            {hasLeft ? t('staff.left') : t('staff.here')}
          </Badge>
        </Group>
      ),
    },
  ]
}
