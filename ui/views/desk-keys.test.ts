import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keyName, keyOf, USUAL_KEYS } from './desk-keys.ts'

describe('keys of the desk', () => {
  it('are named as on the keyboard and understood again, and the usual ones are allowed', () => {
    assert.equal(keyName('Alt+KeyL'), 'Alt+L')
    assert.equal(keyName('Alt+PageDown'), 'Alt+PgDn')
    for (const key of Object.values(USUAL_KEYS)) assert.equal(keyOf(keyName(key)), key)
    assert.equal(new Set(Object.values(USUAL_KEYS)).size, Object.values(USUAL_KEYS).length)
    assert.equal(keyOf(' alt + q '), 'Alt+KeyQ')
    assert.equal(keyOf('KeyQ'), null)
  })

  it('never are letters alone, chords that switch layouts, or what browsers and texts need', () => {
    for (const text of [
      'L',
      'Shift+L',
      'Ctrl+Alt+L',
      'Ctrl+Shift+L',
      'Alt+Shift+L',
      'Alt+D',
      'Alt+F',
      'Ctrl+C',
      'Ctrl+W',
      'F5',
      'Enter',
      '',
      'Alt+',
      'Meta+L',
    ])
      assert.equal(keyOf(text), null, text)
  })
})
