/** Address of the next page of a list; null on the last. */
export function nextHref(path: string, text: string, after: string | null): string | null {
  if (after === null) return null
  return `${path}?${new URLSearchParams({ ...(text !== '' && { text }), after })}`
}

/** The version of the entry that the person had before them; null for one that was not there. */
export function versionFrom(form: URLSearchParams): number | null {
  const version = form.get('version') ?? ''
  return /^\d{1,9}$/.test(version) ? Number(version) : null
}
