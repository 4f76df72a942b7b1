import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot, type OneShot } from '../../cli/one-shot.ts'
import { conform } from '../../core/assess/index.ts'
import { leaves, valueAt } from '../../core/paths.ts'
import { checkContract } from '../../schemas/contract/rules/index.ts'
import { Contract } from '../../schemas/contract/schema.ts'
import { findChromium, openChromium } from '../chromium.ts'
import { createSample } from '../create-sample.ts'
import { contractLayouts } from './layouts.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: install it or set CHROMIUM_PATH' : false
const CONTEXT = { today: '2026-11-01', history: [], ownTaxIds: [], derived: new Set<string>() }
/** Of all printed values of a layout; a step back is seen, and a new seed may bring a name that is read differently. */
const LEAST_SHARE = 0.9

describe('made contracts', { skip }, () => {
  let browser: Browser
  let oneShot: OneShot
  let dir = ''
  before(async () => {
    browser = await openChromium(chromium ?? '')
    oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
    dir = await mkdtemp(join(tmpdir(), 'contracts-'))
  })
  after(async () => {
    await browser?.close()
    await oneShot?.close()
    await rm(dir, { recursive: true, force: true })
  })

  for (const layout of contractLayouts)
    it(`${layout.name}: its truth breaks no rule, and what it prints is read`, async () => {
      const { pdf, expected } = await createSample(browser, layout, 'test')
      assert.deepEqual(checkContract(conform(Contract, expected.data).data, CONTEXT).findings, [])
      const file = join(dir, `${layout.name}.pdf`)
      await writeFile(file, pdf)
      const { result } = await oneShot.run(file, { type: 'auto', useLlm: false })
      assert.equal(result.type, 'contract')
      const printed = leaves(expected.data)
      const wrong = printed.filter(([path, value]) => valueAt(result.data, path) !== value)
      assert.ok(1 - wrong.length / printed.length >= LEAST_SHARE, wrong.map(([path]) => path).join(', '))
    })
})
