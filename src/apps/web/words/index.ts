import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { grid } from './vi/grid.ts'
import type { vietnamese } from './vi/index.ts'
import { shell } from './vi/shell.ts'

export type Language = 'vi' | 'en'

const kept = 'hocba.language'

const files = import.meta.glob<Readonly<Record<string, object>>>(
  './*/{account,books,grid,progress,results,setup,shell,signing}.ts',
)

/** The words of a room of pages, fetched with the first of its pages; asked for again where the connection fails. */
const fetchedWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, answer) => {
    const fetchFile = files[`./${language}/${namespace}.ts`]
    if (fetchFile === undefined) answer(new Error(`no words ${language}/${namespace}`), false)
    else
      fetchFile().then(
        (file) => {
          answer(null, file[namespace])
        },
        (error: unknown) => {
          answer(error instanceof Error ? error : new Error(String(error)), true)
        },
      )
  },
}

void i18next
  .use(initReactI18next)
  .use(fetchedWords)
  .init({
    lng: localStorage.getItem(kept) === 'en' ? 'en' : 'vi',
    fallbackLng: 'vi',
    supportedLngs: ['vi', 'en'],
    ns: ['shell'],
    defaultNS: 'shell',
    // What every page and the gradebook say comes along; the rest of Vietnamese, and English, once needed.
    resources: { vi: { shell, grid } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
document.documentElement.lang = i18next.language

/** Changes the language of the pages, also of the next visit on this computer. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(kept, language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof vietnamese
    returnNull: false
  }
}
