import { createRenderer, type Renderer } from '../../../rendition/index.ts'
import { Refusal } from '../../../shared/refusal.ts'

/** Starts the engine that sets pages; where there is none, the way round it is said. */
export const openTypesetter = async (): Promise<Renderer> => {
  try {
    return await createRenderer()
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    throw new Refusal(
      cause.code,
      `${cause.message} Hoặc nêu --out THƯ-MỤC và thêm --no-pdf để chỉ phát hành XML.`,
      { cause },
    )
  }
}
