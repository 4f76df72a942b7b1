import type { NewEvent } from '../events.ts'

interface At {
  readonly documentId: string
  readonly organisationId: string
  readonly version: number
}

/** The line of a document's history that says which rule sent it where it waits. */
export function routedEvent(
  at: At,
  { key, actor, rule }: { readonly key: string; readonly actor: string; readonly rule: string },
): NewEvent {
  return {
    organisation_id: at.organisationId,
    document_id: at.documentId,
    key,
    kind: 'routed',
    status: 'review',
    actor,
    reason: { code: 'routed', message: rule },
    result: null,
    version: at.version,
  }
}
