import { Button, Group, Modal, NativeSelect, Table as Sheet, Text } from '@mantine/core'
import { formatCell, type Column } from '../../../../gradebook/index.ts'
import type { Content } from '../model/cell.ts'
import { countOutcomes, type PasteOutcome, type PastePlan, type PastedCell } from '../model/paste-plan.ts'
import type { Table } from '../model/table.ts'
import { useWords } from '../view/use-words.ts'

interface PastePreviewProps {
  readonly table: Table
  readonly columns: readonly Column[]
  readonly plan: PastePlan
  readonly isPositional: boolean
  readonly onPositional: (isPositional: boolean) => void
  readonly onTargets: (targets: readonly (string | null)[]) => void
  readonly onConfirm: () => void
  readonly onClose: () => void
}

const listedAtMost = 60
const listed: readonly PasteOutcome[] = ['rejected', 'changed', 'locked']

/** The preview of a paste as a difference: nothing is written before it is confirmed. */
export const PastePreview = (props: PastePreviewProps) => {
  const { plan, onConfirm, onClose } = props
  const t = useWords()
  const counts = countOutcomes(plan)
  const written = counts.new + counts.changed + counts.rejected
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('paste.title')}
      closeButtonProps={{ 'aria-label': t('paste.close') }}
      transitionProps={{ duration: 0 }}
      className="paste"
    >
      <ul className="paste-counts">
        {(['new', 'changed', 'same', 'rejected', 'locked'] as const).map((outcome) => (
          <li key={outcome} className={`is-${outcome}`}>
            <b>{counts[outcome]}</b> {t(`paste.${outcome}`)}
          </li>
        ))}
      </ul>
      <Text size="sm" mb="xs">
        {plan.matchedBy === 'identity' ? t('paste.byIdentity') : t('paste.byPosition', endsOf(props))}
      </Text>
      <PasteColumns {...props} />
      {plan.doubts.length > 0 ? <Doubts plan={plan} /> : null}
      <Differences {...props} />
      {plan.hasIdentity ? (
        <label className="desk-switch">
          <input
            type="checkbox"
            checked={props.isPositional}
            onChange={(event) => {
              props.onPositional(event.currentTarget.checked)
            }}
          />
          {t('paste.positional')}
        </label>
      ) : null}
      <Group justify="flex-end" mt="md" className="paste-acts">
        <Button variant="default" onClick={onClose}>
          {t('paste.cancel')}
        </Button>
        <Button onClick={onConfirm} disabled={written === 0} data-autofocus>
          {t(plan.matchedBy === 'identity' ? 'paste.confirm' : 'paste.confirmByPosition', { count: written })}
        </Button>
      </Group>
    </Modal>
  )
}

/** The first and the last pupil that a paste by position meets. */
const endsOf = ({ plan, table }: PastePreviewProps): { readonly first: string; readonly last: string } => {
  const nameOf = (cell: PastedCell | undefined): string =>
    table.rows[table.rowOf.get(cell?.studentCode ?? '') ?? -1]?.student.fullName ?? ''
  return { first: nameOf(plan.cells[0]), last: nameOf(plan.cells.at(-1)) }
}

/** Which pasted column goes where; the person may say otherwise. */
const PasteColumns = ({ columns, plan, onTargets }: PastePreviewProps) => {
  const t = useWords()
  const choices = [
    { value: '', label: t('paste.nowhere') },
    ...columns
      .filter(({ kind }) => kind !== 'computed')
      .map(({ path, shortTitle, group }) => ({
        value: path,
        label: group === null ? shortTitle : `${shortTitle} · ${group}`,
      })),
  ]
  return (
    <fieldset className="paste-columns">
      <legend>{t('paste.columns')}</legend>
      {plan.targets.map((target, index) => (
        <NativeSelect
          // Pasted columns have no other name than their place.
          key={index}
          size="xs"
          aria-label={t('paste.columnTarget', { number: index + 1 })}
          data={choices}
          value={target ?? ''}
          onChange={(event) => {
            const path = event.currentTarget.value
            onTargets(plan.targets.with(index, path === '' ? null : path))
          }}
        />
      ))}
    </fieldset>
  )
}

const Doubts = ({ plan }: { readonly plan: PastePlan }) => {
  const t = useWords()
  return (
    <div className="paste-doubts" role="group" aria-label={t('paste.doubts', { count: plan.doubts.length })}>
      <Text size="sm" fw={600}>
        {t('paste.doubts', { count: plan.doubts.length })}
      </Text>
      <ul>
        {plan.doubts.slice(0, 8).map(({ index, text, because }) => (
          <li key={index}>
            {t('paste.row', { number: index + 1 })} <q>{text.slice(0, 60)}</q> – {because}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Differences = ({ table, plan }: PastePreviewProps) => {
  const t = useWords()
  const cells = listed.flatMap((outcome) => plan.cells.filter((cell) => cell.outcome === outcome))
  if (cells.length === 0) return null
  return (
    <Sheet.ScrollContainer minWidth={520} mah={280} className="paste-differences" tabIndex={0}>
      <Sheet stickyHeader withTableBorder verticalSpacing={4} fz="sm">
        <Sheet.Thead>
          <Sheet.Tr>
            {(['student', 'column', 'before', 'after'] as const).map((heading) => (
              <Sheet.Th key={heading}>{t(`paste.${heading}`)}</Sheet.Th>
            ))}
          </Sheet.Tr>
        </Sheet.Thead>
        <Sheet.Tbody>
          {cells.slice(0, listedAtMost).map((cell) => (
            <Difference key={`${cell.studentCode} ${cell.path}`} table={table} cell={cell} />
          ))}
        </Sheet.Tbody>
        {cells.length > listedAtMost ? (
          <Sheet.Caption>{t('paste.more', { count: cells.length - listedAtMost })}</Sheet.Caption>
        ) : null}
      </Sheet>
    </Sheet.ScrollContainer>
  )
}

const Difference = ({ table, cell }: { readonly table: Table; readonly cell: PastedCell }) => {
  const t = useWords()
  const column = table.columns.get(cell.path)
  const student = table.rows[table.rowOf.get(cell.studentCode) ?? -1]?.student
  const write = ({ typed, value }: Content): string =>
    typed ?? (column === undefined ? '' : formatCell(column, value))
  return (
    <Sheet.Tr className={`is-${cell.outcome}`}>
      <Sheet.Td>{student?.fullName}</Sheet.Td>
      <Sheet.Td>{column?.shortTitle}</Sheet.Td>
      <Sheet.Td>{write(cell.before)}</Sheet.Td>
      <Sheet.Td>
        <b>{write(cell.after)}</b>
        {cell.outcome === 'locked' ? <span> – {t('paste.locked')}</span> : null}
        {cell.after.fault === undefined ? null : <span className="is-bad"> – {cell.after.fault}</span>}
      </Sheet.Td>
    </Sheet.Tr>
  )
}
