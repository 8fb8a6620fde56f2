import { Button, Checkbox, Group, Paper, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState, useSchool } from '../../parts/index.ts'
import { ownMailQuery, saveOwnMail } from '../../report-books/notice-queries.ts'
import { useBookAct } from '../../report-books/queries.ts'
import { Loaded, type AnswerOf } from '../../setting-up/index.ts'

/** Where and whether one wants the daily digest by mail; not asked where the server sends none. */
export const OwnMail = () => {
  const query = useQuery(ownMailQuery(useSchool()))
  return <Loaded query={query}>{(mail) => (mail.canMail ? <MailForm mail={mail} /> : null)}</Loaded>
}

const MailForm = ({ mail }: { readonly mail: AnswerOf<'getOwnMail'> }) => {
  const { t } = useTranslation('books')
  const form = useForm({
    initialValues: { address: mail.address ?? '', wantsDigest: mail.wantsDigest },
  })
  const save = useBookAct({
    send: (year, { address, wantsDigest }: typeof form.values) =>
      saveOwnMail(year, { address: address.trim() === '' ? null : address.trim(), wantsDigest }),
    done: () => t('notices.saved'),
  })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="thu-dien-tu">
      <Title order={2} id="thu-dien-tu">
        {t('notices.mail')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('notices.mailHint')}
      </Text>
      <form
        onSubmit={form.onSubmit((values) => {
          save.mutate(values)
        })}
      >
        <Group align="flex-end">
          <TextInput
            type="email"
            label={t('notices.address')}
            w={320}
            maw="100%"
            {...form.getInputProps('address')}
          />
          <Checkbox
            mb={8}
            label={t('notices.wants')}
            {...form.getInputProps('wantsDigest', { type: 'checkbox' })}
          />
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('notices.save')}
          </Button>
        </Group>
        {save.isError && <ErrorState error={save.error} />}
      </form>
    </Paper>
  )
}
