import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'
import type { PipelineError } from '../../core/errors.ts'

export const SETTLED_MS = 30_000

/** Lines of an invoice that every harmless variant must still give. */
export const INVOICE = [
  'Invoice',
  'Invoice number: HX-77',
  'Invoice date: 2026-03-12',
  'Total due: EUR 119.00',
  'Specimen Ltd, VAT id DE136695976',
]

export interface Verdict {
  /** Error code of a refusal, or the route. */
  readonly outcome: string
  /** What the uploader is told of a refusal, '' of a result. */
  readonly message: string
  readonly findings: readonly string[]
  readonly words: string
  readonly pages: number
  readonly data: Record<string, unknown>
}

export interface Judge {
  /** Runs the whole pipeline on the bytes; fails when that takes longer than 30 s. */
  verdictOn(bytes: Buffer | string, name?: string, password?: string): Promise<Verdict>
  /** Asserts a refusal with this code. */
  refused(bytes: Buffer | string, code: string, name?: string): Promise<void>
  close(): Promise<void>
}

/** The one-shot pipeline with tight limits: 8 s a PDF stage, 200 pages. */
export async function createJudge(): Promise<Judge> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-hostile-'))
  const docket = await createOneShot(
    parseConfig({ ...process.env, DOCKET_PDF_TIMEOUT_S: '8', DOCKET_MAX_PAGES: '200' }),
    createLog('error', () => {}),
  )

  async function verdictOn(bytes: Buffer | string, name = 'upload.pdf', password?: string): Promise<Verdict> {
    const file = join(dir, name)
    await writeFile(file, bytes)
    const start = performance.now()
    try {
      const { result, reading } = await docket.run(file, { type: 'auto', useLlm: false, password })
      return {
        outcome: result.route,
        message: '',
        findings: [...result.findings.map((f) => f.ruleId), ...result.reasons.map((r) => r.code)],
        words: reading.pages.flatMap((p) => p.lines.map((l) => l.text)).join(' '),
        pages: reading.pages.length,
        data: result.data,
      }
    } catch (error) {
      const { code, message } = error as PipelineError
      return { outcome: code, message, findings: [], words: '', pages: 0, data: {} }
    } finally {
      const took = performance.now() - start
      // Where others wait for the same processors, our share of the time counts.
      const share = Math.min(1, availableParallelism() / (loadavg()[0] ?? 0))
      assert.ok(took * share < SETTLED_MS, `took ${Math.round(took)} ms`)
    }
  }

  return {
    verdictOn,
    refused: async (bytes, code, name) => assert.equal((await verdictOn(bytes, name)).outcome, code),
    async close() {
      await docket.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
