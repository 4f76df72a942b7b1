import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { descendants, running } from './kill/processes.ts'
import { emptyDataDir, type Stack, signIn, startStack, type Visitor } from './kill/stack.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import { eventually } from './workflow/wait.ts'
import { temporalBinary } from './workflow/world.ts'

const skip =
  process.platform !== 'linux'
    ? 'finds its victims in /proc'
    : (await temporalBinary())
      ? false
      : 'no Temporal server here; see `npm start`'

/** A killed worker is noticed after 20 s without a heartbeat; the rest is a slow machine. */
const SETTLE_MS = 90_000
const BUSY = 3

describe('SIGKILL at a busy moment', { skip }, () => {
  let stack: Stack
  let visitor: Visitor
  let data: Awaited<ReturnType<typeof emptyDataDir>>
  const accepted: string[] = []

  before(async () => {
    data = await emptyDataDir()
    stack = await startStack(data.dir)
    visitor = await signIn(stack)
  })
  after(async () => {
    await stack?.kill('SIGTERM')
    await data.remove()
  })

  const upload = async (count: number) => {
    const numbers = Array.from({ length: count }, () => `K-${randomUUID().slice(0, 8)}`)
    accepted.push(...(await Promise.all(numbers.map((number) => visitor.upload(stack, invoicePdf(number), `${number}.pdf`)))))
  }
  const busy = () =>
    eventually('a document in work', async () => (await visitor.documents(stack)).some(({ status }) => status === 'processing'))
  /** The list may fail while its database is away; that is not what is tested. */
  const settled = () =>
    eventually(
      'every accepted document settled',
      async () => {
        const documents = await visitor.documents(stack).catch(() => [])
        const open = accepted.filter((id) => !['review', 'approved'].includes(documents.find((each) => each.id === id)?.status ?? ''))
        return open.length === 0
      },
      SETTLE_MS,
    )

  for (const part of ['worker', 'temporal', 'postgres'] as const) {
    it(`of ${part} loses nothing: it is started again, uploads go on, everything settles`, async () => {
      await upload(BUSY)
      await busy()
      const victim = await stack.part(part)
      process.kill(victim, 'SIGKILL')
      await upload(1)
      await settled()
      assert.notEqual(await stack.part(part), victim)
    })
  }

  it('of a worker does not lose or double a decision', async () => {
    const [document] = (await visitor.documents(stack)).filter(({ status }) => status === 'review')
    assert.ok(document)
    const reviewId = randomUUID()
    process.kill(await stack.part('worker'), 'SIGKILL')
    // The reviewer presses the button again until there is an answer; the review's id makes it one decision.
    const decide = () => visitor.reject(stack, document.id, document.version, reviewId).catch(() => 0)
    await eventually('the decision', async () => (await decide()) < 500 && (await statusOf(document.id)) === 'rejected', SETTLE_MS)
    const kinds = (await visitor.events(stack, document.id)).map(({ kind }) => kind)
    assert.deepEqual(
      kinds.filter((kind) => kind === 'rejected'),
      ['rejected'],
    )
    accepted.splice(accepted.indexOf(document.id), 1)
  })

  it('of Docket itself loses nothing: the next start takes over what is left and goes on', async () => {
    await upload(BUSY)
    await busy()
    await stack.kill('SIGKILL')
    stack = await startStack(data.dir)
    await settled()
    const children = (await descendants(stack.pid)).map(({ pid }) => pid)
    const strangers = (await running(data.dir)).filter(({ pid }) => pid !== stack.pid && !children.includes(pid))
    assert.deepEqual(strangers, [], 'left-over servers were ended')
  })

  it('has left every accepted upload once, with one event of each kind', async () => {
    const documents = await visitor.documents(stack)
    assert.deepEqual(
      documents
        .filter(({ id }) => accepted.includes(id))
        .map(({ id }) => id)
        .sort(),
      accepted.toSorted(),
    )
    for (const id of accepted) {
      const kinds = (await visitor.events(stack, id)).map(({ kind }) => kind)
      assert.deepEqual(kinds, [...new Set(kinds)], id)
      assert.equal(kinds.includes('failed'), false, id)
      assert.ok(kinds.includes('processing_started'), id)
    }
  })

  it('ends every child on SIGTERM', async () => {
    await stack.kill('SIGTERM')
    assert.deepEqual(await running(data.dir), [])
  })

  const statusOf = async (id: string) => (await visitor.documents(stack)).find((each) => each.id === id)?.status
})
