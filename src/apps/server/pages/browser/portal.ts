// The portal's one script: the forms work without it; it adds scanning, dropping, pasting and sending at once.
// Its words and paths come as attributes of <script id="portal-script">, so that it knows no language:
//   data-scanner, data-worker   paths of the two files that are fetched only when a QR code is to be read
//   data-max-bytes              the largest file that is sent
//   data-reading, data-checking                                     what is being done
//   data-no-code, data-no-camera, data-too-large                    what went wrong
//   data-drop-here                                                  shown while a file is dragged over the page
import type * as Scanner from './scanner.ts'

const words = document.querySelector<HTMLScriptElement>('#portal-script')?.dataset ?? {}
const notice = document.querySelector('#notice')
const lookup = document.querySelector<HTMLFormElement>('#lookup')
const code = lookup?.querySelector<HTMLInputElement>('[name=ma]')
const verify = document.querySelector<HTMLFormElement>('#verify')
const file = document.querySelector<HTMLInputElement>('#tep')
const photo = document.querySelector<HTMLInputElement>('#photo')
const photoButton = document.querySelector<HTMLButtonElement>('#scan-photo')
const cameraButton = document.querySelector<HTMLButtonElement>('#scan-camera')
const dialog = document.querySelector<HTMLDialogElement>('#scanner')
const video = document.querySelector<HTMLVideoElement>('#scanner-video')
const scannerNote = document.querySelector('#scanner-note')
const workerPath = words['worker'] ?? ''

const tell = (text = ''): void => {
  if (notice !== null) notice.textContent = text
}

const loadScanner = async (): Promise<typeof Scanner> =>
  (await import(words['scanner'] ?? '')) as typeof Scanner

// A longer run of digits is some other number; hyphens are how people group the digits of a code.
const codePattern = /(^|[^0-9a-f-])([0-9a-f](?:-?[0-9a-f]){31})(?!-?[0-9a-f])/i

/** The lookup code (mã tra cứu: 32 hexadecimal digits) in a QR code's address or text. */
const codeIn = (text: string): string | undefined =>
  codePattern.exec(text)?.[2]?.replaceAll('-', '').toLowerCase()

const sendCode = (found: string | undefined): void => {
  if (found === undefined || code == null) {
    tell(words['noCode'])
    return
  }
  code.value = found
  lookup?.requestSubmit()
}

const readPhoto = async (picture: File): Promise<void> => {
  tell(words['reading'])
  const text = await loadScanner()
    .then((scanner) => scanner.readPhoto(picture, workerPath))
    .catch(() => undefined)
  sendCode(codeIn(text ?? ''))
}

const isTooLarge = ({ size }: File): boolean => size > Number(words['maxBytes'] ?? Infinity)

/** Sends a file that was dropped or pasted; a picture is read as the photo of a QR code instead. */
const take = (given: DataTransfer | null): void => {
  const [first] = given?.files ?? []
  if (first === undefined || file === null) return
  if (first.type.startsWith('image/')) {
    void readPhoto(first)
    return
  }
  const one = new DataTransfer()
  one.items.add(first)
  file.files = one.files
  verify?.requestSubmit()
}

const acceptCode = (text: string): string | undefined => {
  const found = codeIn(text)
  if (found === undefined && scannerNote !== null) scannerNote.textContent = words['noCode'] ?? ''
  return found
}

const openCamera = async (shown: HTMLDialogElement, screen: HTMLVideoElement): Promise<void> => {
  const stop = new AbortController()
  const { signal } = stop
  const note = scannerNote?.textContent ?? ''
  const end = (): void => {
    stop.abort()
  }
  shown.addEventListener('close', end, { once: true })
  window.addEventListener('pagehide', end, { once: true, signal })
  tell()
  shown.showModal()
  try {
    const { scanCamera } = await loadScanner()
    const found = await scanCamera(screen, { workerPath, signal, accept: acceptCode })
    if (found !== undefined) sendCode(found)
  } catch {
    if (!signal.aborted) tell(words['noCamera'])
  } finally {
    shown.close()
    if (scannerNote !== null) scannerNote.textContent = note
  }
}

const offerScanning = (): void => {
  const canFilm = 'mediaDevices' in navigator && 'HTMLDialogElement' in window
  if (cameraButton !== null && dialog !== null && video !== null && canFilm) {
    cameraButton.hidden = false
    cameraButton.onclick = () => void openCamera(dialog, video)
    document.querySelector('#scanner-close')?.addEventListener('click', () => {
      dialog.close()
    })
  }
  if (photoButton === null || photo === null) return
  photoButton.hidden = false
  photoButton.onclick = () => {
    photo.click()
  }
  photo.onchange = () => {
    const [picture] = photo.files ?? []
    if (picture !== undefined) void readPhoto(picture)
    photo.value = '' // The same photo may be chosen again.
  }
}

const offerDropping = (): void => {
  const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true
  const leave = (): void => {
    delete document.body.dataset['dropping']
  }
  document.addEventListener('dragover', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    document.body.dataset['dropping'] = words['dropHere'] ?? ''
  })
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) leave()
  })
  document.addEventListener('drop', (event) => {
    leave()
    if (!isFile(event)) return
    event.preventDefault()
    take(event.dataTransfer)
  })
  document.addEventListener('paste', ({ clipboardData }) => {
    take(clipboardData)
  })
}

const watch = (form: HTMLFormElement): void => {
  form.addEventListener('submit', (event) => {
    const [chosen] = form === verify ? (file?.files ?? []) : []
    if (chosen !== undefined && isTooLarge(chosen)) {
      event.preventDefault()
      tell(words['tooLarge'])
      return
    }
    form.ariaBusy = 'true'
    tell(words['checking'])
  })
  // Back from the answer: the page may be shown as it was left.
  window.addEventListener('pageshow', () => {
    form.ariaBusy = 'false'
    tell()
  })
}

document.documentElement.classList.add('scripted')
for (const form of [lookup, verify]) if (form !== null) watch(form)
offerScanning()
if (verify !== null && file !== null) {
  offerDropping()
  file.onchange = () => {
    if (file.value !== '') verify.requestSubmit()
  }
}
