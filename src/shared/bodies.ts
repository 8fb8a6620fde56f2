/** An administrative unit as it was called when the page was signed (QĐ 19/2025/QĐ-TTg): province 2 digits, ward 5. */
export interface AdministrativeUnit {
  readonly code: string
  readonly name: string
}
