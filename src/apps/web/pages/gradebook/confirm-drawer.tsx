import { Alert, Drawer, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatTime, useSchool } from '../../parts/index.ts'
import { Loaded } from '../../setting-up/loaded.tsx'
import { requestOfYear } from '../../setting-up/request.ts'
import { addressOfConfirmation, ConfirmForm, type PartState } from './confirm-form.tsx'
import { sheetKeyOf, type SheetAddress } from './sheet-address.ts'

interface ConfirmDrawerProps {
  readonly address: SheetAddress
  /** After the sheet was confirmed, or opened again. */
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Xác nhận trang sổ: what is missing, what is odd and why it is right, and the confirmation that closes the sheet. */
export const ConfirmDrawer = ({ address, onChanged, onClose }: ConfirmDrawerProps) => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const query = useQuery({
    queryKey: ['confirmation', sheetKeyOf(address)],
    queryFn: () => requestOfYear<'getConfirmation'>('get', school, addressOfConfirmation(address)),
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Drawer opened onClose={onClose} position="right" size="md" title={t('confirm.title')}>
      <Loaded query={query}>
        {(confirmation) => (
          <Stack>
            {confirmation.parts.map((part) => (
              <Standing key={part.part} part={part} />
            ))}
            <ConfirmForm
              key={confirmation.digest}
              address={address}
              confirmation={confirmation}
              onChanged={() => {
                onChanged()
                onClose()
              }}
              onAgain={() => void query.refetch()}
            />
          </Stack>
        )}
      </Loaded>
    </Drawer>
  )
}

const Standing = ({ part: { part, state, byName, at } }: { readonly part: PartState }) => {
  const { t } = useTranslation('books')
  if (state === 'open') return null
  const by = { name: byName ?? '', at: at === null ? '' : formatTime(at) }
  return (
    <Alert variant="light" color={state === 'confirmed' ? 'green' : 'yellow'} py={6}>
      {part === 'summer' ? t('confirm.bySummer', by) : t('confirm.by', by)}
      {state === 'changed' && `. ${t('class.changedSince')}`}
    </Alert>
  )
}
