import { keyName, keyOf } from '../views/desk-keys.ts'

// A key is pressed instead of written. Keys that move the focus or that the desk may not take are left to the browser.
for (const input of document.querySelectorAll<HTMLInputElement>('[data-key]'))
  input.addEventListener('keydown', (event) => {
    const { ctrlKey, altKey, shiftKey, code } = event
    const key = keyOf(`${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${code}`)
    if (key === null) return
    event.preventDefault()
    input.value = keyName(key)
  })
