import { Text } from '@mantine/core'

interface ExceptionListProps {
  readonly exceptions: readonly {
    readonly kind: string
    readonly text: string
    readonly article: string | null
  }[]
  readonly className?: string | undefined
}

/** What of a book wants a look, each with the article it rests on. */
export const ExceptionList = ({ exceptions, className }: ExceptionListProps) => (
  <ul lang="vi" className={className}>
    {exceptions.map(({ kind, text, article }) => (
      <li key={kind + text}>
        {text}
        {article !== null && (
          <Text span size="sm" c="dimmed">
            {' '}
            ({article})
          </Text>
        )}
      </li>
    ))}
  </ul>
)
