/** Finds a QR code's text in a picture; undefined where there is none that can be read. */
interface Reader {
  read(
    picture: CanvasImageSource,
    width: number,
    height: number,
    longest: number,
  ): Promise<string | undefined>
  close(): void
}

// One picture is read at a time, so the next message is its answer.
const answerOf = (worker: Worker, picture: ImageData): Promise<string | undefined> =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<{ readonly data: string | null }>) => {
      resolve(data.data ?? undefined)
    }
    worker.onerror = () => {
      resolve(undefined)
    }
    worker.postMessage({ id: 0, type: 'decode', data: picture }, [picture.data.buffer])
  })

/** Draws a picture no larger than `longest` pixels and reads it in the worker, so that the page never stands still. */
const openReader = (workerPath: string): Reader => {
  const worker = new Worker(workerPath)
  worker.postMessage({ id: 0, type: 'inversionMode', data: 'both' })
  const canvas = document.createElement('canvas')
  return {
    async read(picture, width, height, longest) {
      const scale = Math.min(1, longest / Math.max(width, height))
      canvas.width = Math.round(width * scale)
      canvas.height = Math.round(height * scale)
      const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
      if (context === null || canvas.width * canvas.height === 0) return undefined
      context.imageSmoothingQuality = 'high'
      context.drawImage(picture, 0, 0, canvas.width, canvas.height)
      return answerOf(worker, context.getImageData(0, 0, canvas.width, canvas.height))
    },
    close() {
      worker.terminate()
    },
  }
}

// Halving a photo averages its noise away; a small code in a large photo needs the larger ones.
const photoSizes = [900, 1500, 600, 2600]

/** Reads the QR code in a photo; undefined where the file is no picture or no code can be read in it. */
export const readPhoto = async (photo: Blob, workerPath: string): Promise<string | undefined> => {
  const picture = await createImageBitmap(photo).catch(() => undefined)
  if (picture === undefined) return undefined
  const reader = openReader(workerPath)
  try {
    for (const size of photoSizes) {
      const text = await reader.read(picture, picture.width, picture.height, size)
      if (text !== undefined) return text
    }
    return undefined
  } finally {
    reader.close()
    picture.close()
  }
}

// What one size blurs or leaves noisy, another shows: each frame is read in the next size.
const frameSizes = [900, 480, 360]

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const openCamera = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  })

/** How a camera scan ends: `accept` says which text is taken, `signal` stops it. */
export interface CameraScan {
  readonly workerPath: string
  readonly signal: AbortSignal
  readonly accept: (text: string) => string | undefined
}

/**
 * Shows the camera in `video` until a text is accepted or the scan is stopped (undefined); rejects where there is no
 * camera or it may not be used. The camera is switched off however it ends.
 */
export const scanCamera = async (
  video: HTMLVideoElement,
  { workerPath, signal, accept }: CameraScan,
): Promise<string | undefined> => {
  const stream = await openCamera()
  const reader = openReader(workerPath)
  try {
    video.srcObject = stream
    if (!signal.aborted) await video.play()
    for (let frame = 0; !signal.aborted; frame++) {
      const size = frameSizes[frame % frameSizes.length] ?? 900
      const text = await reader.read(video, video.videoWidth, video.videoHeight, size)
      const accepted = text === undefined ? undefined : accept(text)
      if (accepted !== undefined) return accepted
      await pause(60)
    }
    return undefined
  } finally {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
    reader.close()
  }
}
