import type { Api } from '../../routes/api.ts'
import type { Press } from '../papers/press.ts'
import type { SchoolPorts } from '../ports.ts'
import { addClassBooks } from './class-books.ts'
import { addConfirmations } from './confirmations.ts'
import { addCorrections } from './corrections.ts'
import { addEntryOrders } from './entry-orders.ts'
import { openAgainSchemas } from './open-again-schemas.ts'
import { addProgress } from './progress.ts'
import { addReceipts } from './receipts.ts'
import { addSendBacks } from './send-backs.ts'
import { addSigning } from './signing.ts'
import { addWaiting } from './waiting.ts'

/** The routes from results to issued books (xác nhận, kết chuyển, kí, phát hành, trả lại, đính chính). */
export const addBooks = (api: Api, ports: SchoolPorts, press: Press): void => {
  for (const schema of openAgainSchemas) api.addSchema(schema)
  addConfirmations(api, ports)
  addClassBooks(api, ports)
  addSendBacks(api, ports)
  addEntryOrders(api, ports)
  addCorrections(api, ports)
  addSigning(api, ports)
  addProgress(api, ports)
  addReceipts(api, ports, press)
  addWaiting(api, ports)
}
