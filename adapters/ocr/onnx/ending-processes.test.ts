import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

/** In a process of its own: what goes wrong here ends the process. */
function run(...scenario: string[]): { readonly code: number | null; readonly said: readonly string[]; readonly complaints: string } {
  const script = fileURLToPath(new URL('../../../tests/ocr/stopping-process.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...scenario], {
    encoding: 'utf8',
    timeout: 900_000,
  })
  return { code: status, said: stdout.trim().split('\n'), complaints: stderr }
}

// How far a page gets before its time is over depends on what else the machine does: only the end of the process and the last page count.
describe('a reading process that is ended inside an inference', () => {
  for (const [scenario, what] of [
    ['abort', 'is aborted'],
    ['time-out', 'takes too long'],
  ] as const)
    it(`does no harm to ours when its page ${what}, and later pages are read`, () => {
      const { code, said, complaints } = run(scenario)
      assert.deepEqual({ code, complaints }, { code: 0, complaints: '' })
      assert.ok(said.includes('timeout'), said.join())
      assert.equal(said.at(-1), 'Next')
    })

  it('lets the process exit with its own code', () => {
    for (const share of ['0.35', '0.5']) assert.deepEqual(run('exit', share), { code: 7, said: ['Next'], complaints: '' }, share)
  })

  it('lets a process that forgot to close the pool come to its end', () => {
    const { code, complaints } = run('forgotten')
    assert.deepEqual({ code, complaints }, { code: 0, complaints: '' })
  })
})
