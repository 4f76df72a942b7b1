// For every field: how often its value is among the typed candidates, and how many candidates compete. Input: folders of read-documents.ts.
import { typedCandidates } from '../../core/candidates/index.ts'
import { documentText } from '../../core/extraction/labels/index.ts'
import { SCORED_FIELDS } from '../../schemas/invoice/scoring/scored-fields.ts'
import { knownDocuments, sameValue } from './documents.ts'

const counts = new Map(SCORED_FIELDS.map(({ path }) => [path, { known: 0, found: 0, candidates: 0, misses: [] as string[] }]))
let milliseconds = 0
let pages = 0
for await (const document of knownDocuments(process.argv.slice(2))) {
  const before = process.cpuUsage()
  const candidates = typedCandidates(documentText(document.reading))
  const used = process.cpuUsage(before)
  milliseconds += (used.user + used.system) / 1000
  pages += document.reading.pages.length
  for (const { path, kinds } of SCORED_FIELDS) {
    const accepted = document.accepted(path)
    if (!accepted || accepted.length === 0) continue
    const own = candidates.filter(({ kind }) => kinds.includes(kind))
    const count = counts.get(path)!
    count.known++
    count.candidates += own.length
    if (own.some(({ value }) => accepted.some((one) => sameValue(path, one, value)))) count.found++
    else count.misses.push(`${document.id}: ${accepted[0]}`)
  }
}
for (const [path, { known, found, candidates, misses }] of counts)
  if (known > 0)
    process.stdout.write(
      `${path}: ${found}/${known} = ${((100 * found) / known).toFixed(1)} %, ${(candidates / known).toFixed(1)} candidates a document; ${misses.slice(0, 30).join(' | ')}\n`,
    )
process.stdout.write(`${(milliseconds / pages).toFixed(1)} ms CPU a page, ${pages} pages\n`)
