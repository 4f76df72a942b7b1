import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { Result } from '../core/result.ts'

const docket = fileURLToPath(new URL('../bin/docket.mjs', import.meta.url))

describe('a file of many pages', () => {
  it('is read whole and in order, whatever range a page travelled in', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-long-'))
    try {
      const pdf = await PDFDocument.create()
      const font = await pdf.embedFont(StandardFonts.Helvetica)
      for (let number = 1; number <= 40; number++) {
        const page = pdf.addPage([595, 842])
        page.drawText(`This is leaf ${number} of forty`, { x: 60, y: 760, size: 12, font })
        if (number === 1) page.drawText('Invoice number: LONG-40', { x: 60, y: 720, size: 12, font })
      }
      const file = join(dir, 'long.pdf')
      await writeFile(file, await pdf.save())
      const read = JSON.parse(await output('read', file)) as { pages: { index: number; lines: { text: string }[] }[] }
      assert.deepEqual(
        read.pages.map(({ index, lines }) => [index, lines[0]?.text]),
        Array.from({ length: 40 }, (_, i) => [i + 1, `This is leaf ${i + 1} of forty`]),
      )
      assert.equal(Result.parse(JSON.parse(await output('extract', '--type', 'invoice', file))).data.number, 'LONG-40')
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })
})

function output(...args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    execFile(process.execPath, [docket, ...args], { maxBuffer: 1e8 }, (error, stdout) => (error ? failed(error) : done(stdout)))
  })
}
