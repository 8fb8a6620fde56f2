import { Button, Modal, Paper, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate, useSchool } from '../../parts/index.ts'
import type { Slip } from './queries.ts'

/** Phiếu kích hoạt: one slip for each person, to be printed, cut and handed out. */
export const Slips = ({
  slips,
  onClose,
}: {
  readonly slips: readonly Slip[]
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('account')
  const { t: ofShell } = useTranslation('shell')
  const { schoolName } = useSchool()
  const address = `${window.location.origin}/truong/`
  return (
    <Modal
      opened={slips.length > 0}
      onClose={onClose}
      title={t('people.slips')}
      size="xl"
      className="print-alone"
      closeOnClickOutside={false}
    >
      <Stack>
        <Text size="sm" className="no-print">
          {t('people.slipsText')}
        </Text>
        <Button
          className="no-print"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            window.print()
          }}
        >
          {ofShell('action.print')}
        </Button>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={0}>
          {slips.map(({ fullName, username, activationCode, activationExpiresAt, isNew }) => (
            <Paper
              key={username}
              data-slip
              p="md"
              radius={0}
              style={{ border: '1px dashed #6b7280', breakInside: 'avoid' }}
            >
              <Text size="xs" c="dimmed">
                {schoolName}
              </Text>
              <Text fw={600}>{fullName}</Text>
              <Text size="sm">
                {t('signIn.username')}: <b>{username}</b>
              </Text>
              <Text fz="lg" fw={600} ff="monospace" my={4}>
                {activationCode}
              </Text>
              <Text size="xs">
                {t('people.slipStep', { address, date: formatDate(activationExpiresAt) })}
              </Text>
              {isNew && (
                <Text size="xs" mt={4}>
                  {t('people.slipHasAccount')}
                </Text>
              )}
            </Paper>
          ))}
        </SimpleGrid>
      </Stack>
    </Modal>
  )
}
