import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { findOcrModels } from '../../models/model-files.ts'
import { createOcrEngine } from '../index.ts'

/** Twelve lines of 26 px on paper. */
function page(text: string): Promise<Buffer> {
  const lines = Array.from(
    { length: 12 },
    (_, i) => `<text x="60" y="${80 + i * 44}" font-family="Liberation Sans" font-size="26">${text}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640"><rect width="100%" height="100%" fill="white"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

describe('the branch for Russian lines', () => {
  let [dir, withoutBranch] = ['', '']
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-branch-'))
    withoutBranch = await mkdtemp(join(tmpdir(), 'docket-branch-'))
    const models = await findOcrModels({ fetchedDir: dir })
    await copyFile(models!.rec.path, join(withoutBranch, 'own_rec.onnx'))
  })
  after(() => Promise.all([dir, withoutBranch].map((folder) => rm(folder, { recursive: true, force: true }))))

  async function read(image: Uint8Array, languages: readonly string[], modelsDir: string | undefined) {
    const missing: string[] = []
    const places = { cacheDir: dir, configuredDir: undefined, modelsDir, fetchedModelsDir: dir }
    const warn = (languages: readonly string[]) => missing.push(...languages)
    const engine = await createOcrEngine({ engine: 'ppocr', languages, workers: 1, providers: ['cpu'], ...places, warn })
    try {
      return { ...(await engine.recognise(image)), name: engine.name, missing }
    } finally {
      await engine.close()
    }
  }

  it('changes nothing of a Latin page: words, boxes and confidences are those of the Latin recogniser alone', async () => {
    const image = await page('Rechnung Nr. 2044, zzgl. 19 % USt: 1.234,50 €')
    const [beside, alone] = [await read(image, ['eng'], undefined), await read(image, ['eng'], withoutBranch)]
    assert.match(beside.name, /Cyrillic: docket_line_cyrillic$/)
    assert.doesNotMatch(alone.name, /Cyrillic/)
    assert.ok(beside.words.length >= 80)
    assert.deepEqual(beside.words, alone.words)
  })

  it('gives way to Tesseract where a recogniser has none', async (t) => {
    const { words, name, missing } = await read(await page('Итого к оплате по договору поставки 1234'), ['rus', 'eng'], withoutBranch)
    if (missing.includes('rus')) return t.skip('no Russian data for Tesseract on this machine')
    assert.match(name, /lines: tesseract\.js .*rus/)
    assert.ok(words.filter((word) => word.text === 'договору').length >= 10)
    assert.ok(words.filter((word) => word.text === '1234').length >= 10)
  })
})
