import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconArrowBackUp, IconFileSpreadsheet, IconHistory, IconPrinter } from '@tabler/icons-react'
import { useWords } from '../../grid/view/use-words.ts'
import { useSchool } from '../../parts/index.ts'
import { sheetFile, type SheetAddress } from './sheet-address.ts'

interface SheetToolsProps {
  readonly address: SheetAddress
  readonly mayWrite: boolean
  readonly onFile: () => void
  readonly onTrace: () => void
  /** Sends the active cell back; absent where it is open, or out of reach. */
  readonly onSendBack: (() => void) | undefined
}

// The server decides for the class; these never have reason to try elsewhere.
const sendingBack: ReadonlySet<string> = new Set([
  'principal',
  'vice-principal',
  'homeroom-teacher',
  'group-head',
])

/** Excel out and in, the trace of the active cell, the sheet on paper. */
export const SheetTools = ({ address, mayWrite, onFile, onTrace, onSendBack }: SheetToolsProps) => {
  const t = useWords()
  const { roles } = useSchool()
  const maySendBack = !mayWrite && roles.some((role) => sendingBack.has(role))
  return (
    <Group gap={4}>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" leftSection={<IconFileSpreadsheet size={16} />}>
            {t('page.excel')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={sheetFile(address, 'file.xlsx')} download>
            {t('page.excelOut')}
          </Menu.Item>
          {mayWrite ? <Menu.Item onClick={onFile}>{t('page.excelIn')}</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {maySendBack ? (
        <ActionIcon
          title={t('page.sendBack')}
          variant="default"
          size="md"
          aria-label={t('page.sendBack')}
          disabled={onSendBack === undefined}
          onClick={onSendBack}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      ) : null}
      <ActionIcon
        title={t('page.trace')}
        variant="default"
        size="md"
        aria-label={t('page.trace')}
        onClick={onTrace}
      >
        <IconHistory size={18} />
      </ActionIcon>
      <ActionIcon
        title={t('page.print')}
        component="a"
        href={sheetFile(address, 'page.pdf')}
        target="_blank"
        variant="default"
        size="md"
        aria-label={t('page.print')}
      >
        <IconPrinter size={18} />
      </ActionIcon>
    </Group>
  )
}
