import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Path of the bundled workflow code. Bundling takes seconds, so the bundle is kept under the hash of everything that goes into it. */
export async function workflowBundle(cacheDir: string): Promise<string> {
  const file = join(cacheDir, `workflows-${await sourceHash()}.js`)
  if (await exists(file)) return file
  await mkdir(cacheDir, { recursive: true })
  const { code } = await bundleWorkflowCode({ workflowsPath: join(ROOT, 'workflows', 'index.ts'), logger: QUIET })
  const part = `${file}.${process.pid}.part`
  await writeFile(part, code)
  await rename(part, file)
  return file
}

/** Workflow code, the pure code that it may reach, and the SDK's version. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(join(ROOT, 'node_modules', '@temporalio', 'worker', 'package.json')))
  for (const folder of ['workflows', 'core']) {
    const names = await readdir(join(ROOT, folder), { recursive: true })
    for (const name of names.filter((each) => each.endsWith('.ts') && !each.endsWith('.test.ts')).sort()) {
      hash.update(`${folder}/${name}\0`).update(await readFile(join(ROOT, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

const silent = () => {}
const QUIET = {
  log: silent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: (text: string) => process.stderr.write(`${text}\n`),
}
