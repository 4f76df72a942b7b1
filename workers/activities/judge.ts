import { getJson } from '../../adapters/blobs/json-blob.ts'
import { wrongPaths } from '../../core/acceptance/index.ts'
import { Result } from '../../core/result.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { type DocumentType, promisedOf } from '../../schemas/define.ts'
import type { Deps } from '../deps.ts'

/**
 * What a blind review says about the machine: its values as they went to review against those that were approved. Only such reviews are evidence;
 * who has seen the machine's value tends to agree with it.
 */
export async function judge(
  document: DocumentInput,
  type: DocumentType,
  approved: Result,
  { blobs, store }: Pick<Deps, 'blobs' | 'store'>,
): Promise<void> {
  const ref = await store.blindResult(document)
  const machine = ref && (await getJson(blobs, document.documentId, ref, Result))
  const acceptance = machine?.acceptance
  if (!machine || !acceptance || acceptance.blind === null) return
  // Another type and back again: by then the values have been seen.
  if (approved.reclassifiedFrom !== undefined && machine.type === approved.type) return
  const promised = promisedOf(type)
  const required = new Set(type.fields.flatMap((field) => (field.required ? [field.path] : [])))
  // A document of another type than the machine thought is wrong as a whole.
  const wrong = machine.type === approved.type ? wrongPaths(machine.data, approved.data, promised, required) : promised
  const said = promised.flatMap((path) => {
    const confidence = machine.fields[path]?.confidence ?? null
    return confidence === null ? [] : [[path, { confidence, right: !wrong.includes(path) }] as const]
  })
  await store.judge(document.organisationId, {
    documentId: document.documentId,
    run: document.run,
    type: machine.type,
    key: acceptance.key,
    engines: acceptance.engines,
    kind: acceptance.blind,
    certificateId: acceptance.certificateId,
    score: acceptance.score,
    eligible: acceptance.eligible,
    wrong: wrong.length > 0,
    values: Object.fromEntries(said),
  })
}
