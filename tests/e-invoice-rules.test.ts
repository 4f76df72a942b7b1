import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { parseXml } from '../adapters/xml/index.ts'
import { conform } from '../core/assess/index.ts'
import { setAt, valueAt } from '../core/paths.ts'
import { documentTypes } from '../schemas/registry.ts'

// Real e-invoices of standard bodies and vendors; the folder is not part of the repository.
const FOLDER = join(import.meta.dirname, '../../shared/data/einvoice-xml')
const invoice = documentTypes.find(({ name }) => name === 'invoice')!

async function attachedXml(pdf: string): Promise<Uint8Array> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    if (!/\.xml$/i.test(filename)) continue
    const content = (await document.getAttachmentContent(id)) as Uint8Array | { content: Uint8Array }
    return content instanceof Uint8Array ? content : content.content
  }
  throw new Error(`${pdf} has no XML`)
}

describe('rules on real e-invoices', { skip: existsSync(FOLDER) ? false : `no ${FOLDER}` }, () => {
  for (const file of existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pdf')) : [])
    it(`${file}: nothing missing, no error, no warning; one cent more in the total is an error`, async () => {
      const candidates = invoice.readXml!(parseXml(await attachedXml(join(FOLDER, file))))!
      const report = (changed: Readonly<Record<string, string>> = {}) => {
        const loose: Record<string, unknown> = {}
        for (const { path, value } of candidates) setAt(loose, path, changed[path] ?? value)
        const read = conform(invoice.schema, loose)
        assert.deepEqual(read.misfits, [])
        const derived = invoice.derive!(read.data)
        for (const [path, { value }] of Object.entries(derived)) setAt(loose, path, value)
        const { data } = conform(invoice.schema, loose)
        const context = {
          today: '2026-11-21',
          history: [],
          ownTaxIds: [],
          derived: new Set(Object.keys(derived)),
          structured: new Set(candidates.map(({ path }) => path)),
        }
        return {
          data,
          missing: invoice.missing!(data),
          doubts: invoice.check(data, context).findings.filter(({ severity }) => severity !== 'info'),
        }
      }
      const sound = report()
      assert.deepEqual([sound.missing, sound.doubts], [[], []])
      const truth = JSON.parse(readFileSync(join(FOLDER, file.replace('.pdf', '.truth.json')), 'utf8'))
      assert.equal(Number(valueAt(sound.data, 'totals.gross')), Number(truth.fields.grand_total.value))
      const cheated = report({ 'totals.gross': (Number(truth.fields.grand_total.value) + 0.01).toFixed(2) })
      assert.ok(cheated.doubts.some(({ ruleId, severity }) => ruleId === 'BR-CO-15' && severity === 'error'))
    })
})
