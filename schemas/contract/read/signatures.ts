import type { Candidate } from '../../../core/field.ts'
import type { Reading } from '../../../core/reading.ts'

const CONFORMED = /^\/s\/$/iu // «/s/ John Smith» in filings: somebody signed the original

/** Whether a signature was seen. A copy may show none, so none is null, never «no». */
export function findSignatures({ pages }: Reading): readonly Candidate[] {
  const seen = { path: 'signaturesPresent', value: true, extractor: 'labels' } as const
  for (const { index, source, regions = [], lines } of pages) {
    const drawn = regions.find(({ kind }) => kind === 'signature')
    if (drawn) {
      const evidence = [{ page: index, box: drawn.box, text: '' }]
      return [{ ...seen, raw: '', source: 'ocr', score: Math.min(0.9, drawn.confidence), evidence }]
    }
    const line = lines.find(({ words }) => words.some(({ text }) => CONFORMED.test(text)))
    if (line && source !== 'none')
      return [{ ...seen, raw: line.text, source, score: 0.7, evidence: [{ page: index, box: line.box, text: line.text }] }]
  }
  return []
}
