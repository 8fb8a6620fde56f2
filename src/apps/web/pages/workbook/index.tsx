import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../api/me.ts'
import { asProblem } from '../../api/problem.ts'
import { ConfirmDialog, ErrorState, FileDrop, NotYours, PageHeader, useSchool } from '../../parts/index.ts'
import { part, UnsavedGuard } from '../../setting-up/index.ts'
import { Findings, findingsOf } from './findings.tsx'
import { Preview } from './preview.tsx'
import { sendWorkbook, type WorkbookImport } from './send-workbook.ts'

/** Nhập sổ, for who may. */
export const Page = () => (useSchool().can('year.set-up') ? <BringIn /> : <NotYours />)

/** A workbook is looked at first, and brought in only when somebody has seen what it changes. */
const BringIn = () => {
  const { t } = useTranslation('setup')
  const { schoolCode, schoolYear, level, path } = useSchool()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [isAsking, setIsAsking] = useState(false)
  const look = useMutation({ mutationFn: (chosen: File) => sendWorkbook(schoolCode, chosen, false) })
  const bring = useMutation({
    mutationFn: (chosen: File) => sendWorkbook(schoolCode, chosen, true),
    onSuccess: async () => {
      setFile(undefined)
      look.reset()
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(schoolCode) })
    },
  })
  const choose = (chosen: File): void => {
    setFile(chosen)
    bring.reset()
    look.mutate(chosen)
  }
  const isWaiting = look.data !== undefined && bring.data === undefined
  return (
    <>
      <PageHeader title={t('workbook.title')} subtitle={t('workbook.subtitle')} />
      <Stack>
        <FileDrop
          label={file === undefined ? t('workbook.drop') : file.name}
          hint={t('workbook.hint')}
          accept=".xlsx"
          isBusy={look.isPending}
          onFile={choose}
        />
        {file === undefined && (
          <Group gap="sm">
            <Text size="sm" c="dimmed">
              {t('workbook.takeHint')}
            </Text>
            <Button
              component="a"
              href={`/api/v1/schools/${part(schoolCode)}/years/${schoolYear}/${level}/workbook.xlsx`}
              download
              size="xs"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
            >
              {t('workbook.take', { year: schoolYear })}
            </Button>
          </Group>
        )}
        <div role="status">{look.isPending && <Text size="sm">{t('workbook.reading')}</Text>}</div>
        {look.isError && <Refused error={look.error} fileName={file?.name ?? ''} />}
        {bring.isError && <Refused error={bring.error} fileName={file?.name ?? ''} />}
        {bring.data !== undefined && <Done found={bring.data} path={path} />}
        {isWaiting && (
          <Preview
            found={look.data}
            isBusy={bring.isPending}
            onConfirm={() => {
              if (look.data.counts.removed > 0) setIsAsking(true)
              else if (file !== undefined) bring.mutate(file)
            }}
            onCancel={() => {
              setFile(undefined)
              look.reset()
            }}
          />
        )}
      </Stack>
      <UnsavedGuard isDirty={isWaiting && !bring.isPending} />
      <ConfirmDialog
        isOpen={isAsking}
        title={t('workbook.removeTitle')}
        confirm={t('workbook.removeConfirm')}
        isDangerous
        onConfirm={() => {
          setIsAsking(false)
          if (file !== undefined) bring.mutate(file)
        }}
        onClose={() => {
          setIsAsking(false)
        }}
      >
        {t('workbook.removeText', { count: look.data?.counts.removed ?? 0 })}
      </ConfirmDialog>
    </>
  )
}

const Refused = ({ error, fileName }: { readonly error: unknown; readonly fileName: string }) => {
  const problem = asProblem(error)
  const findings = findingsOf(problem.more)
  return findings.length === 0 ? (
    <ErrorState error={error} />
  ) : (
    <Findings findings={findings} fileName={fileName} summary={problem.detail ?? problem.title} />
  )
}

interface DoneProps {
  readonly found: WorkbookImport
  readonly path: (below: string) => string
}

const Done = ({ found: { counts, schoolYear }, path }: DoneProps) => {
  const { t } = useTranslation('setup')
  return (
    <Alert color="green" variant="light" title={t('workbook.doneTitle')} role="status">
      <Text size="sm" mb="xs">
        {t('workbook.done', { year: schoolYear, ...counts })}
      </Text>
      <Group gap="xs">
        <Button component={Link} to={path('nam-hoc')} size="xs">
          {t('workbook.toYear')}
        </Button>
        <Button component={Link} to={path('phan-cong')} size="xs" variant="default">
          {t('workbook.toAssignments')}
        </Button>
      </Group>
    </Alert>
  )
}
