import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keyHint } from './key-hint.ts'

describe('what a control says of its key', () => {
  it('names it as keyboards do, and for screen readers as WAI-ARIA does', () => {
    assert.deepEqual(keyHint('Alt+PageDown', 'Next document'), {
      title: 'Next document (Alt+PgDn)',
      'aria-keyshortcuts': 'Alt+PageDown',
    })
    assert.deepEqual(keyHint('Ctrl+Enter'), { title: 'Ctrl+Enter', 'aria-keyshortcuts': 'Control+Enter' })
    assert.deepEqual(keyHint('Alt+KeyL'), { title: 'Alt+L', 'aria-keyshortcuts': 'Alt+L' })
    assert.deepEqual(keyHint('Alt+Equal'), { title: 'Alt+=', 'aria-keyshortcuts': 'Alt+=' })
  })
})
