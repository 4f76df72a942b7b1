import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { findLockedModel, findOcrModels, readModelsLock } from './index.ts'

let dir: string
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'docket-own-models-'))
})
after(() => rm(dir, { recursive: true, force: true }))

describe('findOcrModels', () => {
  it('finds all four after a plain install: the default ones of the lock', async () => {
    const found = await findOcrModels({ fetchedDir: join(dir, 'nothing-fetched') })
    const names = [found?.det.name, found?.rec.name, found?.cyrillic?.name, found?.cls?.name]
    assert.deepEqual(names, [
      'PP-OCRv6_det_small_half',
      'PP-OCRv6_rec_small_latin',
      'docket_line_cyrillic',
      'ch_ppocr_mobile_v2.0_cls_infer',
    ])
    const hashes = new Map(readModelsLock().map(({ name, sha256 }) => [name, sha256]))
    for (const one of [found!.det, found!.rec, found!.cyrillic!, found!.cls!]) assert.equal(one.sha256, hashes.get(one.name))
    assert.equal(found!.rec.dictionary, null)
  })

  it("prefers the user's own recogniser with the dictionary beside it", async () => {
    const { rec } = (await findOcrModels({ fetchedDir: dir }))!
    await copyFile(rec.path, join(dir, 'eslav_rec.onnx'))
    await writeFile(join(dir, 'eslav_rec.txt'), 'а\nб\n')
    const own = (await findOcrModels({ ownDir: dir, fetchedDir: dir }))!
    assert.deepEqual([own.rec.name, own.rec.dictionary], ['eslav_rec', join(dir, 'eslav_rec.txt')])
    assert.equal(own.det.name, 'PP-OCRv6_det_small_half')
    assert.equal(own.cyrillic, null)
  })

  it('prefers what is committed to what was fetched', async () => {
    const fetchedDir = await mkdtemp(join(tmpdir(), 'docket-fetched-'))
    try {
      for (const file of ['PP-OCRv6_det_small.onnx', 'PP-OCRv6_rec_small.onnx', 'layout_cdla.onnx'])
        await writeFile(join(fetchedDir, file), file)
      const found = (await findOcrModels({ fetchedDir }))!
      assert.deepEqual([found.det.name, found.rec.name], ['PP-OCRv6_det_small_half', 'PP-OCRv6_rec_small_latin'])
    } finally {
      await rm(fetchedDir, { recursive: true })
    }
  })
})

describe('findLockedModel', () => {
  it('is null for what was not fetched, and refuses a file that is not the locked one', async () => {
    assert.equal((await findLockedModel('PP-OCRv6_rec_small_latin', dir))?.name, 'PP-OCRv6_rec_small_latin')
    assert.equal(await findLockedModel('layout_cdla', dir), null)
    await writeFile(join(dir, 'layout_cdla.onnx'), 'not the locked one')
    await assert.rejects(findLockedModel('layout_cdla', dir), { code: 'configuration' })
    await assert.rejects(findLockedModel('no-such-model', dir), RangeError)
  })
})
