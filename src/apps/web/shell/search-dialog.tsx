import { Modal, NavLink, ScrollArea, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { navigation } from './navigation.ts'
import { useSchool } from './use-school.ts'

interface Found {
  readonly label: string
  readonly to: string
}

/** Without case and diacritics, so that 'lop 6a' finds Lớp 6A1. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()

const usePlaces = (isOpen: boolean): readonly Found[] => {
  const { t } = useTranslation('shell')
  const school = useSchool()
  const { schoolCode, schoolYear, level } = school
  const classes = useQuery({
    queryKey: ['classes', schoolCode, schoolYear, level],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes', {
          params: { path: { schoolCode, schoolYear, level } },
        }),
      ),
    enabled: isOpen,
  })
  const pages = navigation.flatMap(({ items }) =>
    items
      .filter(({ isShown }) => isShown(school))
      .map(({ key, path }) => ({ label: t(`navigation.${key}`), to: school.path(path) })),
  )
  const ofClasses = (classes.data?.classes ?? []).map(({ classId, name }) => ({
    label: t('home.classPage', { name }),
    to: school.path(`lop/${encodeURIComponent(classId)}`),
  }))
  return [...pages, ...ofClasses]
}

/** Ctrl+K: a page or a class by a few letters. */
export const SearchDialog = ({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = usePlaces(isOpen)
    .filter(({ label }) => fold(label).includes(fold(text)))
    .slice(0, 12)
  const go = (place: Found | undefined): void => {
    if (place === undefined) return
    onClose()
    setText('')
    void navigate({ to: place.to })
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go(found[chosen])
    else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0))
    else return
    event.preventDefault()
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('search.title')}>
      <TextInput
        aria-label={t('search.title')}
        data-autofocus
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setChosen(0)
        }}
      />
      <ScrollArea.Autosize mah={360} mt="xs">
        {found.map((place, index) => (
          <NavLink
            key={place.to}
            component="button"
            label={place.label}
            active={index === chosen}
            onClick={() => {
              go(place)
            }}
          />
        ))}
      </ScrollArea.Autosize>
      <Text size="sm" c="dimmed" role="status">
        {found.length === 0 ? t('search.nothing') : ''}
      </Text>
    </Modal>
  )
}
