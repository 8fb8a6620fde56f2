import { addAppearance, type PdfAppearance, type PdfPlace, type PdfRectangle } from './appearance.ts'
import { arrayOf, catalogOf, dictionaryOf, findObject, lastRevision } from './document.ts'
import { listPages, type PdfPage } from './pages.ts'
import type { PdfSignatureField } from './signature-fields.ts'
import { isReference, type PdfDictionary } from './values.ts'
import {
  arrayWith,
  dictionaryWith,
  realNumber,
  reference,
  sourceOf,
  sourceOfObject,
  textString,
} from './write-object.ts'
import { addObject, referenceList, type PdfDraft } from './write-update.ts'

/** A field to be laid out: with a place on a page, or invisible. */
export interface PdfFieldPlace {
  readonly fieldName: string
  readonly place?: PdfPlace
}

/** A field in the draft: the object of its widget and the page that lists it. */
interface PlacedField {
  readonly widget: number
  readonly page: PdfPage
}

const nowhere: PdfRectangle = [0, 0, 0, 0]

// ISO 32000-1, table 165: 4 printed, 128 locked in its place. PDF/A wants the first and forbids hiding.
const widgetFlags = 132

const pictureEntry = (object: number | undefined): string =>
  object === undefined ? '' : `/AP << /N ${reference(object)} >>\n`

const addWidget = (
  draft: PdfDraft,
  { fieldName, place }: PdfFieldPlace,
  pages: readonly PdfPage[],
  rest: string,
): PlacedField => {
  const page = pages[(place?.page ?? 1) - 1]
  if (!page) throw new Error(`the page ${place?.page ?? 1} of a signature field does not exist`)
  const rect = (place?.rect ?? nowhere).map(realNumber).join(' ')
  const widget = addObject(
    draft,
    `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T ${textString(fieldName)}\n/F ${widgetFlags}\n` +
      `/Rect [${rect}]\n/P ${reference(page.object)}\n${rest}>>`,
  )
  return { widget, page }
}

/** A field that stays empty for now; a visible one has an empty picture, as PDF/A wants one. */
const addEmptyField = (draft: PdfDraft, field: PdfFieldPlace, pages: readonly PdfPage[]): PlacedField => {
  const picture = field.place ? addAppearance(draft, {}, field.place.rect) : undefined
  return addWidget(draft, field, pages, pictureEntry(picture))
}

/** The source of a page's list of annotations, which may stand in an object of its own. */
const annotationsOf = ({ document }: PdfDraft, { dictionary }: PdfPage): string | undefined => {
  const listed = dictionary.entries.get('Annots')
  if (!isReference(listed)) return sourceOf(document, dictionary, 'Annots')
  const array = findObject(document, listed.object, lastRevision(document))
  return array && sourceOfObject(document, array)
}

const listOnPages = (draft: PdfDraft, placed: readonly PlacedField[]): void => {
  for (const page of new Set(placed.map((field) => field.page))) {
    const widgets = placed.filter((field) => field.page === page).map(({ widget }) => widget)
    const annotations = arrayWith(annotationsOf(draft, page), referenceList(widgets))
    draft.objects.set(page.object, dictionaryWith(draft.document, page.dictionary, { Annots: annotations }))
  }
}

const formWith = (draft: PdfDraft, form: PdfDictionary | undefined, widgets: readonly number[]): string => {
  const list = referenceList(widgets)
  if (!form) return `<<\n/Fields [${list}]\n/SigFlags 3\n>>`
  const fields = arrayOf(draft.document, form.entries.get('Fields'), lastRevision(draft.document))
  const known = fields?.items.map((item) => (isReference(item) ? item.object : 0)) ?? []
  return dictionaryWith(draft.document, form, {
    Fields: `[${referenceList([...known, ...widgets])}]`,
    SigFlags: '3',
  })
}

/** Writes form and catalog so that they know the new fields; `permissions` is the catalog's /Perms, if any. */
const listInForm = (draft: PdfDraft, widgets: readonly number[], permissions: string | undefined): void => {
  const { document } = draft
  const asOf = lastRevision(document)
  const [catalog, root] = [catalogOf(document, asOf), document.revisions[asOf]?.trailer.entries.get('Root')]
  const held = catalog.entries.get('AcroForm')
  const changes: Record<string, string> = permissions === undefined ? {} : { Perms: permissions }
  if (widgets.length > 0) {
    const source = formWith(draft, dictionaryOf(document, held, asOf), widgets)
    if (isReference(held)) draft.objects.set(held.object, source)
    else changes.AcroForm = reference(addObject(draft, source))
  }
  const isCatalogChanged = Object.keys(changes).length > 0
  if (isCatalogChanged && isReference(root))
    draft.objects.set(root.object, dictionaryWith(document, catalog, changes))
}

/** What is to happen to the fields of a document in one revision. */
export interface FieldPlan {
  readonly fieldName: string
  /** The field that was laid out for this signature, if one was. */
  readonly existing: PdfSignatureField | undefined
  readonly appearance: PdfAppearance | undefined
  readonly laterFields: readonly PdfFieldPlace[]
  /** The object of the signature itself. */
  readonly signature: number
  readonly permissions: string | undefined
}

const rectangleOf = (field: PdfDictionary): PdfRectangle => {
  const rect = field.entries.get('Rect')
  const numbers = typeof rect === 'object' && rect?.kind === 'array' ? rect.items.map(Number) : []
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 0]
}

const fillField = (draft: PdfDraft, { dictionary, object }: PdfSignatureField, plan: FieldPlan): void => {
  const picture = plan.appearance ? addAppearance(draft, plan.appearance, rectangleOf(dictionary)) : undefined
  const changes: Record<string, string> = { V: reference(plan.signature) }
  if (picture !== undefined) changes.AP = `<< /N ${reference(picture)} >>`
  draft.objects.set(object, dictionaryWith(draft.document, dictionary, changes))
}

/** Drafts the field of this signature, and the empty ones for later signers. */
export const draftFields = (draft: PdfDraft, plan: FieldPlan): void => {
  const { existing, appearance, fieldName, signature } = plan
  const pages =
    existing && plan.laterFields.length === 0 ? [] : listPages(draft.document, lastRevision(draft.document))
  const placed: PlacedField[] = []
  if (existing) fillField(draft, existing, plan)
  else {
    const picture = appearance ? addAppearance(draft, appearance, appearance.rect) : undefined
    const field = { fieldName, ...(appearance ? { place: appearance } : {}) }
    placed.push(addWidget(draft, field, pages, `/V ${reference(signature)}\n${pictureEntry(picture)}`))
  }
  placed.push(...plan.laterFields.map((field) => addEmptyField(draft, field, pages)))
  listOnPages(draft, placed)
  listInForm(
    draft,
    placed.map(({ widget }) => widget),
    plan.permissions,
  )
}
