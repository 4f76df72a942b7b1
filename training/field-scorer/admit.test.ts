import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { TreeModel } from '../../core/scoring/trees.ts'
import { objectionsTo } from './admit.ts'
import { createFreeDocument } from './free/document.ts'

const DOCUMENTS = 10
const silent = () => {}

describe('the gate on documents', () => {
  let dir: string
  let inUse: TreeModel
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-gate-'))
    inUse = TreeModel.parse(JSON.parse(await readFile('schemas/invoice/scoring/field-scorer.json', 'utf8')))
    for (let i = 0; i < DOCUMENTS; i++) {
      const id = `gate-${i}`
      const { data, implied, language, reading } = createFreeDocument(id)
      const truth = { id, kind: 'free', file: '', document_class: 'invoice', language }
      const expected = { layout: `gate-${i}`, data, implied, corrected: ['number'] }
      await writeFile(join(dir, `${id}.json`), JSON.stringify({ truth, expected, reading }))
    }
  })
  after(() => rm(dir, { recursive: true, force: true }))

  it('lets a model pass that reads everything as the one in use does', async () => {
    assert.deepEqual(await objectionsTo({ ...inUse, version: 'again' }, inUse, { golden: [dir], approved: [dir] }, silent), [])
  })
  it('refuses a model that lost one field, and names it alone', async () => {
    const lost = {
      ...inUse,
      version: 'lost',
      fields: inUse.fields.map((one) => (one.path === 'number' ? { ...one, base: -20, trees: [] } : one)),
    }
    const objections = await objectionsTo(lost, inUse, { golden: [dir], approved: [dir] }, silent)
    assert.ok(objections.length > 0)
    assert.ok(
      objections.every((line) => /^(golden set|corrected by people), number: \d+ of \d+ right instead of \d+$/.test(line)),
      objections.join('\n'),
    )
  })
  it('refuses a model that takes whatever it sees', async () => {
    const greedy = { ...inUse, version: 'greedy', fields: inUse.fields.map((one) => ({ ...one, accept: 0 })) }
    assert.match((await objectionsTo(greedy, inUse, { golden: [dir], approved: [] }, silent)).join('\n'), /wrong values taken instead of/)
  })
})
