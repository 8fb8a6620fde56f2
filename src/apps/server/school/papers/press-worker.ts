import { answerInThread } from '../../../../adapters/thread.ts'
import { createPaperPress } from '../../../../rendition/index.ts'
import type { PressWork } from './press.ts'

const press = createPaperPress()

answerInThread<PressWork>(async ({ paper, printing }) => (await press)(paper, printing))
