import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Result } from '../core/result.ts'
import { onePage, textContent } from '../tests/hostile/tiny-pdf.ts'
import { bundlePdf } from '../tests/ui/bundle-pdf.ts'

const docket = fileURLToPath(new URL('../bin/docket.mjs', import.meta.url))

function run(...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [docket, ...args], { maxBuffer: 1e8 }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

let dir: string
let good: string
let bad: string
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'docket-cli-'))
  good = join(dir, 'good.pdf')
  bad = join(dir, 'bad.pdf')
  await writeFile(
    good,
    onePage(
      textContent([
        'Specimen Ltd',
        'Invoice',
        'Invoice number: HX-77',
        'Invoice date: 12 March 2026',
        'Subtotal EUR 100.00',
        'VAT 19 % EUR 19.00',
        'Total due EUR 119.00',
      ]),
    ),
  )
  await writeFile(bad, '<html>no</html>')
})
after(() => rm(dir, { recursive: true, force: true }))

describe('docket extract', () => {
  it('prints one result per file as JSON Lines, reports a bad one and goes on, exit 3', async () => {
    const { code, stdout, stderr } = await run('extract', good, bad, good)
    assert.equal(code, 3)
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => Result.parse(JSON.parse(line)))
    assert.deepEqual(
      results.map((r) => [r.file.name, r.type, r.data.number]),
      [
        ['good.pdf', 'invoice', 'HX-77'],
        ['good.pdf', 'invoice', 'HX-77'],
      ],
    )
    const problem = JSON.parse(stderr.trim())
    assert.equal(problem.code, 'unsupported_type')
    assert.equal(problem.status, 422)
  })

  it('writes DIR/<name>.json with --out, exit 0', async () => {
    const out = join(dir, 'out')
    const { code, stdout } = await run('extract', good, '--out', out)
    assert.equal(code, 0)
    assert.equal(stdout, '')
    const result = Result.parse(JSON.parse(await readFile(join(out, 'good.json'), 'utf8')))
    assert.equal((result.data.totals as { gross: string }).gross, '119.00')
    const gross = result.fields['totals.gross']!
    assert.equal(gross.evidence[0]?.page, 1)
    assert.match(gross.raw ?? '', /119\.00/)
  })

  it('prints every document of a file with several, each with its pages of the file', async () => {
    const bundle = join(dir, 'bundle.pdf')
    const one = { date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00', more: 1 }
    const two = { ...one, date: '14 April 2026', seller: 'Harbour Cranes Limited' }
    await writeFile(bundle, await bundlePdf({ ...one, number: 'BN-1' }, { ...two, number: 'QX-2' }))
    const out = join(dir, 'parts')
    assert.equal((await run('extract', bundle, '--out', out)).code, 0)
    const [first, second] = await Promise.all(
      ['bundle.json', 'bundle.pages-3-4.json'].map(async (name) => JSON.parse(await readFile(join(out, name), 'utf8'))),
    )
    assert.deepEqual([first.data.number, first.filePages], ['BN-1', { first: 1, last: 2 }])
    assert.deepEqual([second.data.number, second.filePages, second.pages.length], ['QX-2', { first: 3, last: 4 }, 2])
  })

  it('never lets a printed total pass that the sums contradict', async () => {
    const wrong = join(dir, 'wrong.pdf')
    const head = ['Specimen Ltd', 'Invoice', 'Invoice number: HX-78', 'Invoice date: 12 March 2026']
    for (const caption of ['Total due', 'Total']) {
      await writeFile(wrong, onePage(textContent([...head, 'Net total EUR 100.00', 'VAT EUR 20.00', `${caption} EUR 125.00`])))
      const { findings, data } = Result.parse(JSON.parse((await run('extract', wrong)).stdout))
      assert.equal((data.totals as { gross: string }).gross, '125.00')
      assert.ok(
        findings.some((f) => f.ruleId === 'BR-CO-15' && f.severity === 'error'),
        caption,
      )
    }
  })

  it('calls wrong use wrong, exit 2', async () => {
    assert.equal((await run('extract')).code, 2)
    assert.equal((await run('extract', join(dir, 'nowhere.pdf'))).code, 2)
    assert.equal((await run('extract', good, '--type', 'novel')).code, 2)
    assert.equal((await run('unknown')).code, 2)
  })

  it('refuses a wrong setting with every problem named, exit 2', async () => {
    const { code, stderr } = await new Promise<{ code: number; stderr: string }>((done) => {
      execFile(
        process.execPath,
        [docket, 'extract', good],
        { env: { ...process.env, DOCKET_MAX_PAGES: 'many', DOCKET_MASTER_KEY: 'short' } },
        (error, _, stderr) => done({ code: Number(error?.code ?? 0), stderr }),
      )
    })
    assert.equal(code, 2)
    assert.match(stderr, /DOCKET_MAX_PAGES/)
    assert.match(stderr, /DOCKET_MASTER_KEY/)
  })
})

describe('docket read', () => {
  it('gives words with boxes and confidence', async () => {
    const { stdout } = await run('read', good)
    const { pages } = JSON.parse(stdout)
    assert.deepEqual(Object.keys(pages[0]), ['index', 'width', 'height', 'source', 'engine', 'lines', 'tables'])
    assert.equal(pages[0].lines[0].text, 'Specimen Ltd')
    assert.deepEqual(Object.keys(pages[0].lines[0].words[0]).sort(), ['box', 'confidence', 'text'])
  })
})
