import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { LANGUAGES, plural } from '../language.ts'

type Texts = { readonly all?: Readonly<Record<string, object>> }

const files = (await readdir(new URL('.', import.meta.url))).filter((name) => !name.endsWith('.test.ts'))

describe('texts of the screens', () => {
  for (const file of files)
    it(`${file} is complete in every language`, async () => {
      const module = (await import(`./${file}`)) as Readonly<Record<string, Texts>>
      for (const texts of Object.values(module)) {
        assert.ok(texts.all, 'made with texts()')
        const keys = LANGUAGES.map((language) => paths(texts.all?.[language] ?? {}))
        for (const other of keys.slice(1)) assert.deepEqual(other, keys[0])
      }
    })

  it('Russian has the words for 1, 2, 5 and 21 documents', () => {
    const forms = { one: '# документ', few: '# документа', many: '# документов', other: '# документа' }
    assert.deepEqual(
      [1, 2, 5, 11, 21, 1.5].map((n) => plural('ru', n, forms)),
      ['1 документ', '2 документа', '5 документов', '11 документов', '21 документ', '1,5 документа'],
    )
  })
})

/** Plural forms differ between languages on purpose: they count as one text, which must not be empty. */
function paths(value: unknown, prefix = ''): readonly string[] {
  if (typeof value === 'string') {
    assert.ok(value.trim() !== '', `${prefix} is empty`)
    return [prefix]
  }
  if (typeof value !== 'object' || value === null) return [prefix]
  if ('one' in value && 'other' in value) return [`${prefix}#`]
  return Object.entries(value)
    .flatMap(([key, inner]) => paths(inner, `${prefix}.${key}`))
    .sort()
}
