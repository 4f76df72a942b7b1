export type Sent =
  | { readonly kind: 'accepted'; readonly id: string }
  | { readonly kind: 'duplicate'; readonly of: string }
  /** An archive: how many of its files were taken (those that were here before counted) and how many were refused. */
  | { readonly kind: 'unpacked'; readonly taken: number; readonly refused: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'broken' }

/** One file as a raw body: only XMLHttpRequest tells how much has left. The key makes a retry safe after a lost answer. */
export function send(file: File, key: string, progress: (sentBytes: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/documents')
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.setRequestHeader('Idempotency-Key', key)
    request.upload.addEventListener('progress', ({ loaded }) => progress(loaded))
    request.addEventListener('load', () => resolve(answer(request)))
    request.addEventListener('error', () => resolve({ kind: 'broken' }))
    request.addEventListener('abort', () => resolve({ kind: 'broken' }))
    request.send(file)
  })
}

function answer(request: XMLHttpRequest): Sent {
  try {
    const body = JSON.parse(request.responseText) as { id?: string; duplicateOf?: string | null; code?: string; items?: readonly object[] }
    if (request.status >= 400) return { kind: 'refused', code: body.code ?? 'internal' }
    if (body.items) {
      const refused = body.items.filter((item) => 'problem' in item).length
      return { kind: 'unpacked', taken: body.items.length - refused, refused }
    }
    if (body.duplicateOf) return { kind: 'duplicate', of: body.duplicateOf }
    return body.id ? { kind: 'accepted', id: body.id } : { kind: 'broken' }
  } catch {
    return { kind: 'broken' }
  }
}
