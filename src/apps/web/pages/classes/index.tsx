import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, useSchool } from '../../parts/index.ts'
import { ListBox, Loaded, useCanInClasses, useList, type ClassLine } from '../../setting-up/index.ts'
import { ClassForm } from './class-form.tsx'

/** Lớp học: the classes of a year by grade. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { schoolYear, can } = useSchool()
  const classes = useList('classes')
  const [open, setOpen] = useState<ClassLine | 'new'>()
  const mayWrite = can('year.set-up')
  const add = mayWrite && (
    <Button
      onClick={() => {
        setOpen('new')
      }}
    >
      {t('classes.add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('classes.title')}
        subtitle={t('classes.subtitle', {
          year: schoolYear,
          count: classes.data?.classes.length ?? 0,
          students: (classes.data?.classes ?? []).reduce((sum, { students }) => sum + students, 0),
        })}
        actions={add}
      />
      <Loaded query={classes}>
        {({ classes: all }) =>
          all.length === 0 ? (
            <EmptyState title={t('classes.empty')} hint={t('classes.emptyHint')} action={add} />
          ) : (
            <Stack gap="lg">
              {[...new Set(all.map(({ grade }) => grade))].map((grade) => (
                <GradeClasses
                  key={grade}
                  grade={grade}
                  classes={all.filter((one) => one.grade === grade)}
                  onOpen={mayWrite ? setOpen : undefined}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {open !== undefined && (
        <ClassForm
          room={open === 'new' ? undefined : open}
          classes={classes.data?.classes ?? []}
          onClose={() => {
            setOpen(undefined)
          }}
        />
      )}
    </>
  )
}

interface GradeClassesProps {
  readonly grade: number
  readonly classes: readonly ClassLine[]
  readonly onOpen: ((room: ClassLine) => void) | undefined
}

const GradeClasses = ({ grade, classes, onOpen }: GradeClassesProps) => {
  const { t } = useTranslation('setup')
  const title = t('common.grade', { grade })
  const students = classes.reduce((sum, one) => sum + one.students, 0)
  return (
    <section aria-label={title}>
      <Group gap="sm" mb={6} align="baseline">
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed" className="numbers">
          {t('classes.ofGrade', { count: classes.length, students })}
        </Text>
      </Group>
      <ListBox label={t('classes.tableOf', { grade })} width={700} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">{t('common.class')}</Table.Th>
            <Table.Th w="32%">{t('classes.homeroomTeacher')}</Table.Th>
            <Table.Th w="12%" ta="right">
              {t('classes.students')}
            </Table.Th>
            <Table.Th w="12%" ta="right">
              {t('classes.subjects')}
            </Table.Th>
            <Table.Th>{t('classes.foreignLanguage')}</Table.Th>
            {onOpen !== undefined && <Table.Th w={80}>{t('common.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {classes.map((room) => (
            <ClassRow key={room.classId} room={room} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </ListBox>
    </section>
  )
}

const ClassRow = ({ room, onOpen }: { readonly room: ClassLine } & Pick<GradeClassesProps, 'onOpen'>) => {
  const { t } = useTranslation('setup')
  const { path } = useSchool()
  const mayOpen = useCanInClasses()(room)('results.read')
  const { classId, name, homeroomTeacher, students, subjects, foreignLanguage } = room
  const title = t('classes.name', { name })
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {mayOpen ? (
          <Anchor component={Link} to={path(`lop/${encodeURIComponent(classId)}`)} size="sm" fw={500}>
            {title}
          </Anchor>
        ) : (
          title
        )}
      </Table.Th>
      <Table.Td>
        {homeroomTeacher?.fullName ?? <Text span size="sm" c="red.9" children={t('classes.noTeacher')} />}
      </Table.Td>
      <Table.Td ta="right" className="numbers">
        {students === 0 ? <Text span size="sm" c="red.9" children="0" /> : students}
      </Table.Td>
      <Table.Td ta="right" className="numbers">
        {subjects}
      </Table.Td>
      <Table.Td>{foreignLanguage ?? '–'}</Table.Td>
      {onOpen !== undefined && (
        <Table.Td>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('classes.edit', { name })}
            onClick={() => {
              onOpen(room)
            }}
          >
            {t('common.edit')}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  )
}
