import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconFileSpreadsheet, IconHistory, IconPrinter } from '@tabler/icons-react'
import { useWords } from '../../grid/view/use-words.ts'
import { sheetFile, type SheetAddress } from './sheet-address.ts'

interface SheetToolsProps {
  readonly address: SheetAddress
  readonly mayWrite: boolean
  readonly onFile: () => void
  readonly onTrace: () => void
}

/** Excel out and in, the trace of the active cell, the sheet on paper. */
export const SheetTools = ({ address, mayWrite, onFile, onTrace }: SheetToolsProps) => {
  const t = useWords()
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
