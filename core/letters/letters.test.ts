import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fillTemplate, GAP, LETTER_PLACES, LetterText, MailAddress, USUAL_LETTERS, unknownPlaces } from './index.ts'

describe('a template of letters', () => {
  const known = new Set(['number', 'seller.name', 'findings'])

  it('knows the names it may use, and tells each other one once', () => {
    assert.deepEqual(unknownPlaces('No. {number}, { seller.name }: {findings}', known), [])
    assert.deepEqual(unknownPlaces('{nummer} {number} {seller.nmae} {nummer} {}', known), ['nummer', 'seller.nmae', ''])
  })

  it('shows a gap for what the document does not have', () => {
    const filled = fillTemplate('No. {number} of {seller.name}', new Map([['number', '17']]))
    assert.deepEqual(filled, { text: `No. 17 of ${GAP}`, gaps: ['seller.name'] })
  })

  it('never takes a value for a name or a pattern', () => {
    const values = new Map([
      ['number', '{seller.name} $& $1'],
      ['seller.name', 'secret'],
    ])
    assert.equal(fillTemplate('{number}', values).text, '{seller.name} $& $1')
  })

  it('that comes with Docket uses only names that documents for payment have', () => {
    const fields = new Set([...LETTER_PLACES, 'number', 'issueDate', 'totals.gross', 'currency'])
    for (const { subject, body } of Object.values(USUAL_LETTERS)) assert.deepEqual(unknownPlaces(subject + body, fields), [])
  })
})

describe('a letter', () => {
  it('goes to one address', () => {
    for (const good of ['a@b.de', 'счета@пример.рф', 'first.last+x@sub.example.com', ' a@b.de '])
      assert.ok(MailAddress.safeParse(good).success, good)
    for (const bad of ['', 'a', 'a@b', 'a@b.de, c@d.de', 'a@b.de\r\nBcc: c@d.de', 'A <a@b.de>', '@b.de', 'a@b..', 'a b@c.de'])
      assert.ok(!MailAddress.safeParse(bad).success, bad)
  })

  it('has a subject of one line and a text', () => {
    const letter = { to: 'a@b.de', subject: 'x', body: 'y', language: 'en' }
    assert.ok(LetterText.safeParse(letter).success)
    for (const bad of [{ subject: 'x\nBcc: c@d.de' }, { subject: ' ' }, { body: ' ' }, { body: 'x'.repeat(20_001) }, { language: 'fr' }])
      assert.ok(!LetterText.safeParse({ ...letter, ...bad }).success, JSON.stringify(bad).slice(0, 40))
  })
})
