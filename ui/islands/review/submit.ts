import { confirmedPaths } from './fields.ts'

export type Reply =
  | { readonly kind: 'done'; readonly status: string; readonly version: number; readonly blocking: number; readonly next: string | null }
  | {
      readonly kind: 'conflict'
      readonly differences: readonly { readonly path: string; readonly caption: string; readonly yours: string; readonly theirs: string }[]
    }
  | { readonly kind: 'invalid'; readonly fields: readonly { readonly path: string; readonly hint: string }[] }
  | { readonly kind: 'problem'; readonly text: string }
  /** Nothing was heard: whether it arrived is not known, and sending it again does no harm (the review has an id). */
  | { readonly kind: 'offline' }

// `form.action` would be the buttons of that name.
/** Sends the form as it would go without script, but asks for a short answer instead of a page. */
export async function submit(form: HTMLFormElement, action: string, effort: string): Promise<Reply> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('action', action)
  body.set('effort', effort)
  for (const path of confirmedPaths(form)) body.append('confirm', path)
  try {
    const response = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body, headers: { Accept: 'application/json' } })
    return (await response.json()) as Reply
  } catch {
    return { kind: 'offline' }
  }
}
