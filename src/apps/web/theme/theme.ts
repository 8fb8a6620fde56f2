import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core'

/** A calm, official blue; the darkest but one is what things are coloured with, so that white text on it is read. */
const blue = [
  '#eef4fb',
  '#dce8f5',
  '#b8d0ea',
  '#91b6de',
  '#6f9fd3',
  '#598fcc',
  '#3a78bb',
  '#2866a8',
  '#1c5796',
  '#0f4c81',
] as const

const darkText: Readonly<Record<string, string>> = {
  yellow: '#6b4200',
  orange: '#7a3a00',
  red: '#8f1414',
  green: '#14532d',
  blue: '#0f4c81',
  gray: '#374151',
}

/** Light badges and alerts with text dark enough for WCAG AA. */
const variantColors: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input)
  const color = darkText[input.color ?? '']
  return input.variant === 'light' && color !== undefined ? { ...usual, color } : usual
}

/** Dense as an office's forms are, and readable: 14 px, rows of 36 px, thin borders. */
export const theme = createTheme({
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: 9,
  autoContrast: true,
  variantColorResolver: variantColors,
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Text: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { tt: 'none', radius: 'sm', fw: 500 } },
    Table: { defaultProps: { withTableBorder: true, withColumnBorders: true, verticalSpacing: 6, fz: 'sm' } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Đóng' } } },
    // A dialog's head is not the page's banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } } },
  },
})

/** Greys and reds a shade darker than the library's, for contrast. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4b5563',
    '--mantine-color-placeholder': '#5b6472',
    '--mantine-color-error': '#b91c1c',
    '--mantine-color-default-border': '#c7cfd9',
    '--hb-good': darkText['green'] ?? '',
    '--hb-warn': '#92400e',
    '--hb-bad': darkText['red'] ?? '',
  },
  dark: {},
})
