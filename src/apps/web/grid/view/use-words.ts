import { useTranslation } from 'react-i18next'

/** The words of the gradebook in the person's language. */
export const useWords = () => useTranslation('grid').t
