import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { getJson } from '../adapters/blobs/json-blob.ts'
import { Result } from '../core/result.ts'
import { HOSTILE_TEXTS } from './hostile/hostile-texts.ts'
import { type Asked, answerFor, type ModelServer, say, startModelServer, wordsAsked } from './llm/model-server.ts'
import { findChromium, openBrowser } from './ui/browser.ts'
import { onScreen } from './ui/open-screen.ts'
import { THEMES } from './ui/screens.ts'
import { createWorld, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

/** Between two plain words, since signs at the ends of a value are cut off. */
const TEXTS = HOSTILE_TEXTS.map((text) => `Box ${text} blue`)

/** Each text on a line of its own and nothing that our own reader would take for a table. */
async function pageOf(texts: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage([595, 842])
  const lines = ['INVOICE', 'Invoice number: MO-1', 'Invoice date: 2026-11-20', 'Total due: 120.00 EUR', ...texts]
  for (const [i, text] of lines.entries()) page.drawText(text, { x: 40, y: 815 - i * 14.5, size: 9, font })
  return pdf.save()
}

/** One row of the asked list for every hostile text, each named by the words of its line. */
function rowsOf(asked: Asked): string {
  const { response_format: format } = JSON.parse(asked.body) as {
    response_format: { json_schema: { schema: { properties: { lines: { items: { properties: Record<string, unknown> } } } } } }
  }
  const empty = Object.fromEntries(Object.keys(format.json_schema.schema.properties.lines.items.properties).map((key) => [key, null]))
  const words = wordsAsked(asked)
  const rows = TEXTS.flatMap((text) => {
    const parts = text.split(' ')
    const at = words.findIndex((_, i) => parts.every((part, j) => words[i + j]?.text === part))
    return at < 0 ? [] : [{ ...empty, name: { value: text, words: words.slice(at, at + parts.length).map(({ id }) => id) } }]
  })
  return answerFor(asked, { lines: rows })
}

describe('what a language model says', { skip }, () => {
  let world: World
  let model: ModelServer
  let dir: string
  before(async () => {
    model = await startModelServer((response, asked) => say(response, rowsOf(asked)))
    dir = await mkdtemp(join(tmpdir(), 'docket-llm-'))
    const provider = { id: 'own', dialect: 'llama-server', baseUrl: model.url, model: 'small', place: 'inside', residency: 'DE' }
    await writeFile(join(dir, 'llm.json'), JSON.stringify({ currency: 'EUR', providers: [provider], chains: { '*': ['own'] } }))
    world = await createWorld({ DOCKET_LLM_CONFIG: join(dir, 'llm.json') })
  })
  after(async () => {
    await world?.close()
    await model?.close()
    await rm(dir, { recursive: true, force: true })
  })

  it('is text on every screen and never code (row 35)', async () => {
    assert.equal(new Set(TEXTS).size, 50)
    const who = await world.person('Reviewer', 'admin')
    const response = await world.ask(who, '/api/v1/documents', {
      method: 'POST',
      body: (await pageOf(TEXTS)) as Uint8Array<ArrayBuffer>,
    })
    assert.equal(response.status, 202, await response.clone().text())
    const { id } = (await response.json()) as { id: string }
    await world.work()
    const row = (await world.documents.get(who.organisationId, id))!
    const result = await getJson(world.blobs, id, row.result!, Result)
    const values = Object.values(result.fields).flatMap(({ value, source }) => (source === 'llm' ? [value] : []))
    assert.deepEqual(values.toSorted(), TEXTS.toSorted(), 'the model’s words are values of the document')

    const browser = await openBrowser(chromium ?? '')
    try {
      for (const path of [`/documents/${id}`, `/documents/${id}/language-models`, '/documents']) {
        const screen = { name: path, path, who } as Parameters<typeof onScreen>[2]
        const heard: string[] = []
        const listen: typeof screen = {
          ...screen,
          async prepare(page) {
            page.on('dialog', (dialog) => {
              heard.push(dialog.message())
              void dialog.dismiss()
            })
            page.on('console', (message) => /Content.Security|Refused to/i.test(message.text()) && heard.push(message.text()))
            await page.reload({ waitUntil: 'networkidle' })
          },
        }
        const made = await onScreen(browser, world.url, listen, { language: 'en', theme: THEMES[0] }, (page) =>
          page.evaluate(() => {
            const strange =
              'img[src="x"], svg[onload], iframe, object, embed, math, marquee, base, [onerror], [onload], [onclick], a[href^="javascript"]'
            return [...document.querySelectorAll(strange)].map(({ outerHTML }) => outerHTML)
          }),
        )
        assert.deepEqual([...heard, ...made], [], path)
      }
    } finally {
      await browser.close()
    }
  })
})
