import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { UsageError } from './command.ts'
import { typeCommand } from './commands/type.ts'

const run = promisify(execFile)
const here = dirname(dirname(fileURLToPath(import.meta.url)))

describe('docket type new', () => {
  let root: string
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'docket-kit-'))
    await cp(join(here, 'schemas'), join(root, 'schemas'), { recursive: true })
    for (const folder of ['core', 'node_modules', 'package.json']) await symlink(join(here, folder), join(root, folder))
  })
  after(() => rm(root, { recursive: true, force: true }))

  const make = (...args: readonly string[]) => typeCommand.run(['new', ...args, '--root', root])

  it('makes a type that reads its own example, and a line in the registry', async () => {
    assert.equal(await make('leave-request', '--en', 'Leave request', '--ru', 'Заявление на отпуск'), 0)
    const registry = await readFile(join(root, 'schemas/registry.ts'), 'utf8')
    assert.match(registry, /import \{ leaveRequest \} from '\.\/leave-request\/index\.ts'/)
    assert.match(registry, /leaveRequest as unknown as DocumentType/)
    const truth = JSON.parse(await readFile(join(root, 'samples/leave-request/example.truth.json'), 'utf8'))
    assert.equal(truth.document_class, 'leave-request')
    // A test runner inside a test runner would report to the outer one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const { stdout } = await run(process.execPath, ['--test', 'schemas/leave-request/leave-request.test.ts', 'schemas/registry.test.ts'], {
      cwd: root,
      env,
    })
    assert.match(stdout, /the document type leave-request/)
    assert.match(stdout, /fail 0/)
  })

  it('never writes over what is there, and takes no name or caption that would break the files', async () => {
    await assert.rejects(make('leave-request', '--en', 'Leave request', '--ru', 'Заявление'), UsageError)
    await assert.rejects(make('invoice', '--en', 'Invoice', '--ru', 'Счёт'), UsageError)
    await assert.rejects(make('Bad Name', '--en', 'A', '--ru', 'Б'), UsageError)
    await assert.rejects(make('odd', '--en', "it's", '--ru', 'Странный'), UsageError)
    await assert.rejects(make('bare'), UsageError)
  })
})
