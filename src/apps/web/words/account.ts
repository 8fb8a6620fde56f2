import i18next from 'i18next'
import './index.ts'
import { account } from './vi/account.ts'

// Whoever signs in waits for one file less: these words travel with the pages that say them.
i18next.addResourceBundle('vi', 'account', account)
