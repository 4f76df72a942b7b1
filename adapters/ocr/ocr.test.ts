import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { createOcrEngine, type OcrEngine, type OcrOptions } from './index.ts'
import { hasOwnCyrillic, isFigures, lacksCharacters } from './line-script.ts'
import { repairLookAlikes, repairWord } from './look-alikes.ts'
import { withSecondOpinion } from './second-opinion.ts'

const drawn = (body: string, width = 1000, height = 1400) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${body}</svg>`,
    ),
  )

const lines = (text: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<text x="80" y="${120 + i * 40}" font-family="Liberation Sans, sans-serif" font-size="26">${text}</text>`,
  ).join('')

const line = 'Invoice total 1234.50'
const page = (text: string, count = 12) =>
  drawn(`<rect width="100%" height="100%" fill="#ddd"/>${lines(text, count)}`)
    .png()
    .toBuffer()

describe('the engine', () => {
  const base = {
    workers: 1,
    providers: ['cpu'] as const,
    configuredDir: undefined,
    modelsDir: undefined,
  }
  let dir = ''
  const engines: OcrEngine[] = []
  const engineOf = async (options: Partial<OcrOptions>) => {
    const engine = await createOcrEngine({
      ...base,
      engine: 'auto',
      languages: ['eng'],
      cacheDir: dir,
      fetchedModelsDir: join(dir, 'models'),
      ...options,
    })
    engines.push(engine)
    return engine
  }
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-ocr-'))
  })
  after(async () => {
    await Promise.all(engines.map((engine) => engine.close()))
    await rm(dir, { recursive: true, force: true })
  })

  for (const kind of ['tesseract', 'ppocr'] as const) {
    it(`${kind} reads a tilted grey page with boxes on the original, and names what is missing`, async () => {
      const missing: string[] = []
      const engine = await engineOf({ engine: kind, languages: ['eng', 'xyz'], warn: (m) => missing.push(...m) })
      const image = await sharp(await page(line))
        .rotate(1.5, { background: '#dddddd' })
        .jpeg({ quality: 70 })
        .toBuffer()
      const { words } = await engine.recognise(image)
      const totals = words.filter((w) => w.text === '1234.50')
      assert.ok(totals.length >= 11, `read ${totals.length} of 12 amounts`)
      assert.ok(totals.every(({ box }) => box.x0 > 0.2 && box.x1 < 0.5 && box.y1 - box.y0 < 0.03))
      assert.deepEqual(missing, ['xyz'])
    })
  }

  it('keeps the main thread free while it reads, and names models and provider', async () => {
    const engine = await engineOf({})
    await engine.recognise(await page(line)) // loading the models is not what is measured
    const image = await page('Every line of this page is long enough to keep it busy 1234', 14)
    let [last, longestMs, reading] = [performance.now(), 0, true]
    const beat = () => {
      longestMs = Math.max(longestMs, performance.now() - last)
      last = performance.now()
      if (reading) setImmediate(beat)
    }
    setImmediate(beat)
    const start = performance.now()
    const { words } = await engine.recognise(image)
    reading = false
    const tookMs = performance.now() - start
    assert.ok(words.length > 100)
    assert.ok(longestMs < tookMs / 3, `the main thread stood still for ${Math.round(longestMs)} of ${Math.round(tookMs)} ms`)
    assert.match(engine.name, /PP-OCR .*det.* \+ .*rec.* \(onnxruntime [\d.]+ cpu\)/)
  })

  it('stops when told to and reads the next page all the same', async () => {
    const engine = await engineOf({})
    const image = await page(line)
    await assert.rejects(engine.recognise(image, AbortSignal.timeout(5)), { code: 'timeout', retryable: true })
    assert.ok((await engine.recognise(image)).words.length > 30)
  })

  it('falls back to the processor and tells why when a provider is not there', async () => {
    const told: string[] = []
    const engine = await engineOf({ providers: ['cuda', 'cpu'], onFallback: (wanted) => told.push(wanted) })
    await engine.recognise(await page(line, 2))
    // Both are told: to the log with the reason, and in the name that goes into results.
    if (!/ cuda\)/.test(engine.name)) assert.match(engine.name, / cpu; cuda refused\)/)
    assert.equal(told.includes('cuda'), !/ cuda\)/.test(engine.name))
  })

  it('tells that own models are damaged', async () => {
    const modelsDir = join(dir, 'damaged')
    await mkdir(modelsDir)
    await writeFile(join(modelsDir, 'own_det.onnx'), 'not a network')
    const engine = await engineOf({ modelsDir })
    await assert.rejects(engine.recognise(await page(line, 1)), { code: 'dependency_unavailable' })
  })

  it('votes for upright pages and against those on their heads', async () => {
    const engine = await engineOf({})
    const upright = await page('Payment within thirty days of the invoice date')
    const vote = await engine.voteUpright!(upright)
    assert.ok(vote && vote.lines >= 6 && vote.upright >= 0.8, JSON.stringify(vote))
    const turned = await engine.voteUpright!(await sharp(upright).rotate(180).png().toBuffer())
    assert.ok(turned && turned.lines >= 6 && turned.upright <= 0.2, JSON.stringify(turned))
  })

  it('reads Cyrillic and Latin lines of one page, whichever are more', async () => {
    const engine = await engineOf({ languages: ['rus', 'eng'], warn: (missing) => assert.fail(`asks for ${missing}`) })
    const [russian, latin] = ['Итого к оплате по договору поставки', line]
    for (const [upper, lower] of [
      [russian, latin],
      [latin, russian],
    ] as const) {
      const mixed = await sharp(await page(upper))
        .composite([{ input: await drawn(lines(lower, 4), 1000, 400).png().toBuffer(), top: 700, left: 0 }])
        .png()
        .toBuffer()
      const { words } = await engine.recognise(mixed)
      const count = (text: string) => words.filter((w) => w.text === text).length
      assert.ok(count('договору') >= (upper === russian ? 8 : 3), `read ${count('договору')} times`)
      assert.ok(count('1234.50') >= 3 && count('Invoice') >= 3)
    }
    assert.match(engine.name, /Cyrillic: docket_line_cyrillic$/)
  })

  it('leaves other Cyrillic languages to Tesseract: the network knows Russian letters', async () => {
    const missing: string[] = []
    const engine = await engineOf({ languages: ['ukr', 'eng'], warn: (m) => missing.push(...m) })
    assert.doesNotMatch(engine.name, /docket_line_cyrillic/)
    if (!engine.name.includes('ukr')) assert.deepEqual(missing, ['ukr'])
  })
})

describe('look-alike letters', () => {
  for (const [read, meant] of [
    ['Tовар', 'Товар'],
    ['ТOTAL', 'TOTAL'],
    ['HP', 'HP'],
    ['26X', '26X'],
    ['Rшифр', 'Rшифр'],
    ['"3олотая', '"Золотая'],
    ['груз0отправитель', 'грузоотправитель'],
    ['13шт', '13шт'],
    ['А3Б', 'А3Б'],
  ] as const)
    it(`${read} is ${meant}`, () => assert.equal(repairLookAlikes(read), meant))
})

describe('signs of Cyrillic print', () => {
  it('are told by what follows them', () => {
    assert.equal(repairWord('Ne', '1137'), '№')
    assert.equal(repairWord('No', 'problem'), 'No')
    assert.equal(repairWord('000', '«Склад»'), 'ООО')
    assert.equal(repairWord('000', '12,50'), '000')
  })
})

describe('a line of figures', () => {
  const line = { text: '198045,.101', width: 400, height: 20, confidence: 0.97, widestGap: 1 }

  it('needs characters all along it: letters the recogniser does not know leave gaps', () => {
    assert.equal(isFigures({ ...line, width: 100 }), true)
    assert.equal(isFigures({ ...line, width: 100, widestGap: 2 }), false)
    assert.equal(isFigures(line), false)
    assert.equal(isFigures({ ...line, width: 100, text: '12 шт' }), false)
  })

  it('is not doubted for being short', () => {
    assert.equal(lacksCharacters({ ...line, text: '1', width: 16 }), false)
    assert.equal(lacksCharacters({ ...line, text: ': ,', width: 200 }), true)
  })
})

describe('Cyrillic script', () => {
  it('is told by letters that Latin print does not have', () => {
    assert.equal(hasOwnCyrillic('МЕТ 12'), false)
    assert.equal(hasOwnCyrillic('СЧЕТ'), true)
    assert.equal(hasOwnCyrillic('TOTAL'), false)
  })
})

describe('figures read twice', () => {
  const word = (text: string, confidence: number) => ({ text, confidence, box: { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.12 } })

  it('gain confidence by agreement', () => {
    assert.equal(withSecondOpinion(word('1 234,50', 0.7), [word('1234.50', 0.96)]).confidence, 0.96)
  })

  it('keep both readings and no confidence when they differ', () => {
    assert.deepEqual(withSecondOpinion(word('7701234', 0.9), [word('7701284', 0.97)]), {
      ...word('7701284', 0.5),
      otherReadings: ['7701234'],
    })
  })

  it('are not compared with words elsewhere, nor are letters', () => {
    const far = { ...word('99', 0.9), box: { x0: 0.5, y0: 0.1, x1: 0.6, y1: 0.12 } }
    assert.equal(withSecondOpinion(word('12', 0.6), [far]).confidence, 0.6)
    assert.equal(withSecondOpinion(word('шт', 0.6), [word('11', 0.9)]).text, 'шт')
  })
})
