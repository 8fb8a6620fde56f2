import { Anchor, Badge, Button, Group, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, formatDate, PageHeader, useSchool, type DataColumn } from '../../parts/index.ts'
import { ListFrame, Loaded, useList, type StudentLine } from '../../setting-up/index.ts'
import { NewStudent } from './new-student.tsx'
import { studentsQuery } from './students-query.ts'

const pageSize = 50

/** Học sinh: every pupil of the year by given name, found by name, code or class. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const school = useSchool()
  const search: { readonly lop?: string } = useSearch({ strict: false })
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, 250)
  const [page, setPage] = useState(1)
  const [isAdding, setIsAdding] = useState(false)
  const classId = search.lop
  const columns = useStudentColumns()
  const students = useQuery({
    ...studentsQuery(school, { search: asked.trim(), classId, page, pageSize }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHeader
        title={t('students.title')}
        subtitle={t('students.subtitle', { year: school.schoolYear, count: students.data?.total ?? 0 })}
        actions={
          school.can('students.write') && (
            <Button
              onClick={() => {
                setIsAdding(true)
              }}
            >
              {t('students.add')}
            </Button>
          )
        }
      />
      <Loaded query={students}>
        {({ students: shown, total }) => (
          <ListFrame width={760}>
            <DataTable
              label={t('students.title')}
              columns={columns}
              rows={shown}
              keyOf={({ studentCode }) => studentCode}
              empty={typed === '' && classId === undefined ? t('students.empty') : t('students.notFound')}
              search={{
                value: typed,
                onChange: (value) => {
                  setTyped(value)
                  setPage(1)
                },
                label: t('students.search'),
              }}
              paging={{ page, pageSize, total, onPage: setPage }}
              tools={
                <ClassFilter
                  classId={classId}
                  onPick={() => {
                    setPage(1)
                  }}
                />
              }
            />
          </ListFrame>
        )}
      </Loaded>
      {isAdding && (
        <NewStudent
          classId={classId}
          onClose={() => {
            setIsAdding(false)
          }}
        />
      )}
    </>
  )
}

interface ClassFilterProps {
  readonly classId: string | undefined
  readonly onPick: () => void
}

const ClassFilter = ({ classId, onPick }: ClassFilterProps) => {
  const { t } = useTranslation('setup')
  const navigate = useNavigate()
  const classes = useList('classes').data?.classes ?? []
  return (
    <Select
      aria-label={t('common.class')}
      placeholder={t('students.allClasses')}
      data={classes.map((one) => ({ value: one.classId, label: t('classes.name', { name: one.name }) }))}
      value={classId ?? null}
      onChange={(value) => {
        onPick()
        void navigate({ to: '.', search: (value === null ? {} : { lop: value }) as never, replace: true })
      }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('students.allClasses') }}
      w={200}
    />
  )
}

const useStudentColumns = (): readonly DataColumn<StudentLine>[] => {
  const { t } = useTranslation('setup')
  const { path } = useSchool()
  return [
    {
      key: 'name',
      title: t('common.fullName'),
      width: '30%',
      isRowHeader: true,
      cell: ({ classId, studentCode, fullName }) => (
        <Anchor
          component={Link}
          to={path(`lop/${encodeURIComponent(classId)}/hoc-sinh/${studentCode}`)}
          size="sm"
          fw={500}
        >
          {fullName}
        </Anchor>
      ),
    },
    { key: 'class', title: t('common.class'), width: 100, cell: ({ className }) => className },
    {
      key: 'birth',
      title: t('common.birthDate'),
      width: 130,
      cell: ({ birthDate }) => <span className="numbers">{formatDate(birthDate)}</span>,
    },
    {
      key: 'gender',
      title: t('student.gender'),
      width: 100,
      cell: ({ gender }) => (gender === 'female' ? t('student.female') : t('student.male')),
    },
    {
      key: 'code',
      title: t('student.code'),
      width: 150,
      cell: ({ studentCode }) => <span className="numbers">{studentCode}</span>,
    },
    {
      key: 'notes',
      title: t('students.notes'),
      cell: ({ individualPlan, hasCitizenId, exemptions }) => (
        <Group gap={6}>
          {individualPlan && (
            <Badge variant="light" color="blue">
              {t('student.individualPlan')}
            </Badge>
          )}
          {exemptions > 0 && (
            <Badge variant="light" color="yellow">
              {t('students.exemptions', { count: exemptions })}
            </Badge>
          )}
          {!hasCitizenId && (
            <Badge variant="light" color="yellow">
              {t('students.noCitizenId')}
            </Badge>
          )}
        </Group>
      ),
    },
  ]
}
