import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createQuietFiles } from '../adapters/intake/folder/quiet-files.ts'
import { createFolderChannel } from '../adapters/intake/index.ts'
import { startIntake } from '../workers/start-intake.ts'
import { zip } from './hostile/zip.ts'
import { createSourceWorld, type SourceWorld, silent, startTestPostgres } from './intake/source-world.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import type { TestPostgres } from './postgres.ts'
import { eventually } from './workflow/wait.ts'

const SCRIPT = fileURLToPath(new URL('intake/one-look.ts', import.meta.url))

describe('a watched folder', () => {
  let postgres: TestPostgres
  before(async () => {
    postgres = await startTestPostgres()
  })
  after(() => postgres.stop())

  const world = async (test: (at: SourceWorld & { folder: string; look: () => Promise<unknown> }) => Promise<void>) => {
    const at = await createSourceWorld(postgres)
    const folder = join(at.dir, 'scans')
    await mkdir(folder)
    const channel = createFolderChannel({ source: sourceOf(folder, at), types: ['invoice'] })
    const { intake, intakeJournal: journal } = at.storage
    const look = () => channel.look({ organisationId: at.organisationId, intake, journal, goOn: () => true })
    try {
      await test({ ...at, folder, look })
    } finally {
      await at.close()
    }
  }
  const put = async (folder: string, files: Readonly<Record<string, Buffer | string>>) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
  }
  const filesIn = async (folder: string) =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name)
  const waiting = async (folder: string) => (await readdir(folder)).filter((name) => name !== 'done' && name !== 'refused')
  const documents = async ({ storage, organisationId }: SourceWorld) =>
    (await storage.documents.list(organisationId, { status: null, text: '', type: null }, { after: null, limit: 200 })).rows
  const journal = ({ storage, organisationId }: SourceWorld) =>
    storage.intakeJournal.list(organisationId, { source: null, refused: false }, null, 200)

  it('takes what lies there once, moves it with a note, and says in the journal what became of it', () =>
    world(async (at) => {
      await put(at.folder, {
        'a.pdf': invoicePdf('F-1'),
        'copy.pdf': invoicePdf('F-1'),
        'invoice/b.pdf': invoicePdf('F-2'),
        'page.html': '<!doctype html><p>x',
        'pack.zip': zip([
          { name: 'c.pdf', content: invoicePdf('F-3') },
          { name: 'd.txt', content: 'x' },
        ]),
        'half.pdf.part': 'x',
        '.hidden.pdf': invoicePdf('F-4'),
      })
      await symlink('/etc/hostname', join(at.folder, 'link.pdf'))
      await at.look()
      await at.look()
      assert.deepEqual((await documents(at)).map(({ fileName, requestedType }) => [fileName, requestedType]).toSorted(), [
        ['a.pdf', 'auto'],
        ['invoice/b.pdf', 'invoice'],
        ['pack.zip/c.pdf', 'auto'],
      ])
      assert.deepEqual(await waiting(at.folder), ['.hidden.pdf', 'half.pdf.part', 'invoice', 'link.pdf'])
      const done = (await filesIn(join(at.folder, 'done'))).map((name) => name.replace(/\.[0-9a-f]{12}/, '')).toSorted()
      assert.deepEqual(done, ['a.pdf', 'a.pdf.txt', 'b.pdf', 'b.pdf.txt', 'copy.pdf', 'copy.pdf.txt', 'pack.zip', 'pack.zip.txt'])
      assert.equal((await filesIn(join(at.folder, 'refused'))).length, 2)
      const { items, files } = await journal(at)
      assert.deepEqual(items.map(({ name, state, code }) => [name, state, code]).toSorted(), [
        ['a.pdf', 'accepted', null],
        ['copy.pdf', 'duplicate', null],
        ['invoice/b.pdf', 'accepted', null],
        ['pack.zip', 'unpacked', null],
        ['page.html', 'refused', 'unsupported_type'],
      ])
      assert.deepEqual(
        files.map(({ name, state }) => [name, state]),
        [
          ['pack.zip/c.pdf', 'accepted'],
          ['pack.zip/d.txt', 'refused'],
        ],
      )
    }))

  it('waits until a file has not changed for a while', () => {
    let now = 0
    const { quiet } = createQuietFiles(10_000, () => now)
    const file = (bytes: bigint) => [{ path: 'a.pdf', seen: { inode: 1n, bytes, modifiedNs: 5n } }]
    assert.equal(quiet(file(10n)).length, 0)
    now = 9_999
    assert.equal(quiet(file(20n)).length, 0, 'it has grown')
    now = 19_998
    assert.equal(quiet(file(20n)).length, 0)
    now = 19_999
    assert.equal(quiet(file(20n)).length, 1)
  })

  it('leaves a file that is written to while it is read, and makes no document of its half', () =>
    world(async (at) => {
      const path = join(at.folder, 'a.pdf')
      await put(at.folder, { 'a.pdf': invoicePdf('F-5') })
      const { intake, intakeJournal } = at.storage
      const touching: Pick<typeof intake, 'take'> = {
        async take(file, origin) {
          await writeFile(path, Buffer.concat([invoicePdf('F-5'), Buffer.from('more')]))
          await utimes(path, 1, 2)
          return intake.take(file, origin)
        },
      }
      const channel = createFolderChannel({ source: sourceOf(at.folder, at), types: [] })
      const deps = { organisationId: at.organisationId, journal: intakeJournal, goOn: () => true }
      await assert.rejects(channel.look({ ...deps, intake: touching }), { code: 'conflict' })
      assert.deepEqual([(await documents(at)).length, await waiting(at.folder)], [0, ['a.pdf']])
      await at.look()
      assert.equal((await documents(at)).length, 1)
    }))

  for (const step of ['storing', 'stored', 'accepted', 'taken'])
    it(`loses and doubles nothing when the process is killed at "${step}"`, () =>
      world(async (at) => {
        const names = Array.from({ length: 4 }, (_, i) => `${i}.pdf`)
        await put(at.folder, Object.fromEntries(names.map((name) => [name, invoicePdf(`${step}-${name}`)])))
        const killed = await run(at, step, 2)
        assert.equal(killed, 'SIGKILL')
        await at.look()
        assert.deepEqual((await documents(at)).map(({ fileName }) => fileName).toSorted(), names)
        assert.deepEqual(await waiting(at.folder), [])
        assert.equal((await filesIn(join(at.folder, 'done'))).length, 8, 'four files, four notes')
        assert.deepEqual(
          (await journal(at)).items.map(({ state }) => state),
          ['accepted', 'accepted', 'accepted', 'accepted'],
        )
      }))

  const run = (at: SourceWorld & { folder: string }, step: string, number: number) =>
    new Promise<string | null>((resolve) => {
      const args = ['--import', './cli/tsx-hook.ts', SCRIPT, at.databaseUrl, at.dir, at.folder, at.organisationId, step, String(number)]
      const child = execFile(process.execPath, args, () => {})
      child.on('exit', (_, signal) => resolve(signal))
    })

  it('is shared by two servers that look at the same time, with and without the lease', () =>
    world(async (at) => {
      const names = Array.from({ length: 12 }, (_, i) => `${String(i).padStart(2, '0')}.pdf`)
      await put(at.folder, Object.fromEntries(names.map((name) => [name, invoicePdf(`two-${name}`)])))
      const { storage, organisationId } = at
      const channel = () => createFolderChannel({ source: sourceOf(at.folder, at), types: [] })
      const deps = { organisationId, intake: storage.intake, journal: storage.intakeJournal, goOn: () => true }
      // Without: what a server that was frozen and woke up would do.
      await Promise.all([channel().look(deps), channel().look(deps), channel().look(deps)])
      assert.deepEqual((await documents(at)).map(({ fileName }) => fileName).toSorted(), names)
      assert.ok((await journal(at)).items.every(({ state }) => state === 'accepted'))
      await put(at.folder, { 'late.pdf': invoicePdf('late') })
      const server = () =>
        startIntake({
          sources: [{ id: 'scans', kind: 'folder', organisation: 'Specimen GmbH', everySeconds: 1, channel: channel() }],
          leases: storage.intakeSources,
          intake: storage.intake,
          journal: storage.intakeJournal,
          log: silent,
        })
      const servers = [server(), server()]
      await eventually('the late file', async () => (await documents(at)).length === names.length + 1)
      await Promise.all(servers.map((each) => each.stop()))
      const [state] = await storage.intakeSources.list(organisationId)
      assert.deepEqual([state?.source, state?.problem], ['scans', null])
      assert.equal((await journal(at)).items.length, names.length + 1)
    }))
})

function sourceOf(path: string, { organisationId }: SourceWorld) {
  return { kind: 'folder', id: 'scans', organisation: organisationId, type: 'auto', everySeconds: 1, path, quietSeconds: 0 } as const
}
