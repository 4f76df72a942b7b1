import { getJson } from '../../../adapters/blobs/json-blob.ts'
import { getReading } from '../../../adapters/blobs/reading-blob.ts'
import { type Example, exampleOf } from '../../../core/llm/example.ts'
import { likeness, sketchOf } from '../../../core/llm/sketch.ts'
import type { Reading } from '../../../core/reading.ts'
import { Result } from '../../../core/result.ts'
import type { DocumentInput } from '../../../core/stages.ts'
import type { Deps } from '../../deps.ts'
import type { Prepared } from './prepare.ts'

const LEAST_LIKENESS = 0.25 // below it a document is no more like this one than any of its type

/** An example and the approved document it is made of. */
export interface FoundExample extends Example {
  readonly documentId: string
}

/** Approved documents of the organisation that are most like this one, best first; those that gave orders to machines are none. */
export async function findExamples(
  document: DocumentInput,
  about: { readonly type: string; readonly reading: Reading; readonly most: number; readonly prepared: Prepared },
  { blobs, store, llm }: Pick<Deps, 'blobs' | 'store'> & { readonly llm: NonNullable<Deps['llm']> },
): Promise<readonly FoundExample[]> {
  if (about.most === 0) return []
  const sketch = sketchOf(about.reading, llm.digestOf(document.organisationId))
  const known = await store.llmExamples(document, about.type)
  const alike = known
    .map((one) => ({ ...one, like: likeness(sketch, one.sketch) }))
    .filter(({ like }) => like >= LEAST_LIKENESS)
    .toSorted((a, b) => b.like - a.like)
  const found: FoundExample[] = []
  for (const { documentId, result } of alike.slice(0, 2 * about.most)) {
    if (found.length === about.most) break
    // The other document may be erased at any moment, and its words with it.
    const example = await load(documentId).catch(() => null)
    if (example) found.push({ ...example, documentId })

    async function load(id: string): Promise<Example | null> {
      const { reading, fields, findings, parts } = await getJson(blobs, id, result, Result)
      const part = parts.find(({ type }) => type === about.type)
      if (!reading || !part || findings.some(({ ruleId }) => ruleId === 'addressed_to_machine')) return null
      const range = { first: part.firstPage, last: part.lastPage }
      return exampleOf({ reading: await getReading(blobs, id, reading), range, fields, kinds: about.prepared.kinds })
    }
  }
  return found
}
