import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import type { Worker } from 'node:worker_threads'
import { printedLines } from '../../../tests/ocr/printed-lines.ts'
import { findOcrModels } from '../../models/index.ts'
import { createThreadPool, type ThreadPool, type ThreadPoolOptions } from './thread-pool.ts'

describe('the reading threads', () => {
  let started: Worker[] = []
  let [alive, most] = [0, 0]
  const count = (worker: Worker) => {
    started.push(worker)
    most = Math.max(most, ++alive)
    worker.once('exit', () => alive--)
  }
  before(() => void process.on('worker', count))
  after(() => void process.off('worker', count))

  async function withPool(options: Partial<ThreadPoolOptions>, use: (pool: ThreadPool) => Promise<void>): Promise<void> {
    started = []
    most = alive
    const models = await findOcrModels({ ownDir: undefined, fetchedDir: '/nowhere' })
    const pool = createThreadPool({ models: models!, providers: ['cpu'], size: 1, timeoutMs: 120_000, readLine: null, ...options })
    try {
      await use(pool)
    } finally {
      await pool.close()
    }
  }
  const textOf = async (pool: ThreadPool, image: Buffer) => (await pool.read(image)).words.map(({ text }) => text).join(' ')

  it('are replaced after so many pages', () =>
    withPool({ pagesPerThread: 2 }, async (pool) => {
      for (let page = 1; page <= 5; page++)
        assert.match(await textOf(pool, await printedLines(`Page ${page} of five`)), new RegExp(`Page ${page}`))
      assert.equal(started.length, 3)
      assert.equal(alive, 1)
    }))

  it('are replaced when the process holds too much', () =>
    withPool({ mostMemory: 1 }, async (pool) => {
      for (const text of ['First page', 'Second page']) assert.equal(await textOf(pool, await printedLines(text)), text)
      assert.equal(started.length, 2)
      assert.equal(alive, 0)
    }))

  it('are never more than the pool has places, and serve all who wait', () =>
    withPool({ size: 2 }, async (pool) => {
      const texts = ['One', 'Two', 'Three', 'Four', 'Five'].map((number) => `Number ${number}`)
      assert.deepEqual(await Promise.all(texts.map(async (text) => textOf(pool, await printedLines(text)))), texts)
      assert.equal(most, 2)
      assert.equal(started.length, 2)
    }))

  it('end soon after the page they were told to stop at; who waits in line and is told to stop starts none', () =>
    withPool({}, async (pool) => {
      assert.equal(await textOf(pool, await printedLines('Warm')), 'Warm')
      const over = new AbortController()
      const page = await printedLines('A line that keeps the thread busy for a while', { lines: 60 })
      const busy = pool.read(page, over.signal)
      const waiting = pool.read(page, over.signal)
      over.abort()
      for (const read of [busy, waiting]) await assert.rejects(read)
      assert.equal(started.length, 1)
      if (alive > 0) await once(started[0]!, 'exit')
      assert.equal(alive, 0)
      assert.equal(await textOf(pool, await printedLines('Next')), 'Next')
    }))

  it('end with the pool, also in the middle of a page', () =>
    withPool({}, async (pool) => {
      const page = pool.read(await printedLines('A line that keeps the thread busy for a while', { lines: 60 }))
      const refused = assert.rejects(page)
      await pool.close()
      await refused
      assert.equal(alive, 0)
      await assert.rejects(pool.read(await printedLines('Late')), { code: 'dependency_unavailable' })
    }))
})
