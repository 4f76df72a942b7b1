import { inputsOf, pathOf } from './fields.ts'
import type { Reply } from './submit.ts'
import { texts } from './words.ts'

type Difference = Extract<Reply, { kind: 'conflict' }>['differences'][number]

/** Both values of each field that two people changed; one click takes the other one. `taken` is told about it. */
export function showConflict(
  desk: () => HTMLFormElement | null,
  differences: readonly Difference[],
  taken: (input: ReturnType<typeof inputsOf>[number]) => void,
): void {
  const t = texts()
  const notice = document.createElement('div')
  notice.className = 'notice notice--error conflict'
  notice.setAttribute('role', 'alert')
  const title = document.createElement('strong')
  title.textContent = t.conflictTitle
  const text = document.createElement('p')
  text.textContent = t.conflictText
  const list = document.createElement('ul')
  for (const { path, caption, yours, theirs } of differences) {
    const item = document.createElement('li')
    const take = document.createElement('button')
    take.type = 'button'
    take.textContent = `${t.take}: ${theirs || '—'}`
    take.addEventListener('click', () => {
      const form = desk()
      const input = form && inputsOf(form).find((other) => pathOf(other) === path)
      if (input) {
        input.value = theirs
        taken(input)
      }
      item.remove()
    })
    item.append(`${caption} — ${t.yours}: ${yours || '—'}. `, take)
    list.append(item)
  }
  const body = document.createElement('div')
  body.append(title, text, list)
  notice.append(body)
  document.querySelector('[data-notices]')?.replaceChildren(notice)
}
