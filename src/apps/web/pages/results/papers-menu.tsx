import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SummaryPeriod } from '../../../../gradebook/index.ts'
import { useClassPaths } from './paths.ts'

/** The class's papers: the summary of the period shown, and the tracking book, as PDF and Excel. */
export const PapersMenu = ({
  classId,
  period,
}: {
  readonly classId: string
  readonly period: SummaryPeriod
}) => {
  const { t } = useTranslation('results')
  const paths = useClassPaths(classId)
  const files = [
    [t('results.summaryPdf'), paths.summaryFile('pdf', period)],
    [t('results.summaryExcel'), paths.summaryFile('xlsx', period)],
    [t('results.trackingPdf'), paths.trackingFile('pdf')],
    [t('results.trackingExcel'), paths.trackingFile('xlsx')],
  ] as const
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('results.files')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(([label, href]) => (
          <Menu.Item key={href} component="a" href={href} download>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
