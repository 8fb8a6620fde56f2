import { describe, expect, it } from 'vitest'
import { escapeText, html } from './html.ts'

describe('a text on a page', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onload='x`, '&quot; onload=&#39;x'],
    ['&lt;', '&amp;lt;'],
    ['Nguyễn Thị Thùy Dương', 'Nguyễn Thị Thùy Dương'],
    ['một dòng\nhai dòng', 'một dòng\nhai dòng'],
  ])('keeps markup as letters: %s', (text, shown) => {
    expect(escapeText(text)).toBe(shown)
  })

  it.each([
    ['the right-to-left override', '\u202e', '[U+202E]'],
    ['an isolate', '\u2066', '[U+2066]'],
    ['a space without width', '\u200b', '[U+200B]'],
    ['the soft hyphen', '\u00ad', '[U+00AD]'],
    ['a null byte', '\u0000', '[U+0000]'],
    ['an escape', '\u001b', '[U+001B]'],
    ['a tab', '\t', '[U+0009]'],
    ['a private letter', '\ue000', '[U+E000]'],
    ['half a pair', '\ud800', '[U+D800]'],
    ['a letter of no script', '\u{e0041}', '[U+E0041]'],
  ])('shows %s by its number', (_, character, shown) => {
    expect(escapeText(`a${character}b`)).toBe(`a${shown}b`)
  })

  it('does not change what was escaped by its own number notation', () => {
    expect(escapeText('<\u202e>')).toBe('&lt;[U+202E]&gt;')
  })
})

describe('a template', () => {
  it('escapes what is put into it and takes HTML as it is, lists in their order', () => {
    const items = ['a<b', 'c'].map((text) => html`<i>${text}</i>`)
    expect(html`<b>${items}</b>`.markup).toBe('<b><i>a&lt;b</i><i>c</i></b>')
  })

  it('writes nothing for what is absent', () => {
    expect(html`<p>${undefined}${false}${[]}</p>`.markup).toBe('<p></p>')
  })

  it('writes zero', () => {
    expect(html`<p>${0}</p>`.markup).toBe('<p>0</p>')
  })

  it('nests as deep as it is made', () => {
    expect(html`<p>${[[html`<b>${'&'}</b>`, ['x']], 1]}</p>`.markup).toBe('<p><b>&amp;</b>x1</p>')
  })

  it('lets no text out of an attribute', () => {
    expect(html`<a title="${'"><img src=x>'}"></a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;img src=x&gt;"></a>',
    )
  })
})
