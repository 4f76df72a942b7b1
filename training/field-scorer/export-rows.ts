// Candidates of known documents as rows of numbers, one JSON line per document: what train.py learns from. Holds no text of the documents.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { typedCandidates } from '../../core/candidates/index.ts'
import { createRandom } from '../../samples/random.ts'
import { FEATURE_NAMES, FEATURES_HASH, featureRows, featureSetOf } from '../../schemas/invoice/scoring/features.ts'
import { documentFacts } from '../../schemas/invoice/scoring/page-facts.ts'
import { SCORED_FIELDS } from '../../schemas/invoice/scoring/scored-fields.ts'
import { tradeText } from '../../schemas/shared/trade/read-pages/context.ts'
import { knownDocuments, sameValue } from './documents.ts'
import { hideCaptions } from './hide-captions.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, hidden: { type: 'string', default: '0,0.5' } },
})
if (!values.out || positionals.length === 0) {
  process.stderr.write('usage: export-rows.ts DIR… --out FILE.jsonl [--hidden SHARE,SHARE]\n')
  process.exit(2)
}
const out = createWriteStream(values.out)
out.write(`${JSON.stringify({ features: FEATURES_HASH, names: FEATURE_NAMES, fields: SCORED_FIELDS })}\n`)
for await (const document of knownDocuments(positionals))
  for (const share of values.hidden.split(',').map(Number)) {
    const reading = share === 0 ? document.reading : hideCaptions(document.reading, share, createRandom(`${document.id}/${share}`))
    const invoice = tradeText(reading)
    const facts = documentFacts(invoice, typedCandidates(invoice.text, invoice.amounts))
    const rows = featureRows(facts)
    // Candidates of each kind, with the row and, per field, whether its value is the right one.
    const kinds = Map.groupBy(facts.candidates.keys(), (i) => facts.candidates[i]!.kind)
    const right = Object.fromEntries(
      SCORED_FIELDS.flatMap(({ path, kinds: own }) => {
        const accepted = document.accepted(path)
        if (!accepted) return []
        const found = [...facts.candidates.keys()].filter((i) => {
          const { kind, value } = facts.candidates[i]!
          return own.includes(kind) && accepted.some((one) => sameValue(path, one, value))
        })
        const outside = found.filter((i) => !facts.candidates[i]!.inItems)
        return [[path, outside.length > 0 ? outside : found]]
      }),
    )
    const line = {
      id: document.id,
      group: document.group,
      kind: document.kind,
      generated: document.generated,
      hidden: share,
      candidates: Object.fromEntries([...kinds].map(([kind, indices]) => [kind, { set: featureSetOf({ kind }), indices }])),
      rows,
      right,
    }
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
  }
out.end()
