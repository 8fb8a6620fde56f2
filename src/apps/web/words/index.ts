import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { account as accountEn } from './en/account.ts'
import { grid as gridEn } from './en/grid.ts'
import { results as resultsEn } from './en/results.ts'
import { setup as setupEn } from './en/setup.ts'
import { shell as shellEn } from './en/shell.ts'
import { account } from './vi/account.ts'
import { grid } from './vi/grid.ts'
import { results } from './vi/results.ts'
import { setup } from './vi/setup.ts'
import { shell } from './vi/shell.ts'

/** Every word of the pages: Vietnamese first, English with the same keys. */
export const vietnamese = { shell, account, grid, setup, results }
export const english = {
  shell: shellEn,
  account: accountEn,
  grid: gridEn,
  setup: setupEn,
  results: resultsEn,
}

export type Language = 'vi' | 'en'

const kept = 'hocba.language'

const readLanguage = (): Language =>
  typeof localStorage !== 'undefined' && localStorage.getItem(kept) === 'en' ? 'en' : 'vi'

/** Changes the language of the pages, also of the next visit on this computer. */
export const setLanguage = (language: Language): void => {
  localStorage.setItem(kept, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

void i18next.use(initReactI18next).init({
  lng: readLanguage(),
  fallbackLng: 'vi',
  ns: Object.keys(vietnamese),
  defaultNS: 'shell',
  resources: { vi: vietnamese, en: english },
  interpolation: { escapeValue: false },
  returnNull: false,
})
if (typeof document !== 'undefined') document.documentElement.lang = i18next.language

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof vietnamese
    returnNull: false
  }
}
