// Runs all tests on the project's own Node and closes with one line: `N passed, N failed`. Arguments keep only files whose path contains one of them.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const SKIPPED = new Set(['node_modules', '.docket', '.git', 'out', 'training'])
const wanted = process.argv.slice(2)
const files = testsIn(root).filter((file) => wanted.length === 0 || wanted.some((part) => file.slice(root.length).includes(part)))
if (files.length === 0) {
  console.error(`No test file's path contains ${wanted.join(' or ')}.`)
  process.exit(2)
}

// Suites that start servers and browsers take both cores; the others share them.
const heavy = files.filter((file) => /[\\/]tests[\\/]/.test(file.slice(root.length)))
const totals = { pass: 0, fail: 0, skipped: 0 }
for (const [group, concurrency] of [
  [files.filter((file) => !heavy.includes(file)), 2],
  [heavy, 1],
]) {
  if (group.length > 0) await runGroup(group, concurrency)
}
console.log(`${totals.pass} passed, ${totals.fail} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`)
process.exit(totals.fail > 0 ? 1 : 0)

function testsIn(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(dir, entry.name)
    return entry.isDirectory() ? testsIn(path) : /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** node:test with the dot reporter for people; the summary lines (`ℹ pass 3`) are counted, and a runner that dies counts as a failure. */
async function runGroup(group, concurrency) {
  const before = totals.pass + totals.fail
  const code = await new Promise((done) => {
    const child = spawn(
      join(root, 'node_modules', 'node', 'bin', 'node'),
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        join(root, 'cli', 'tsx-hook.ts'),
        '--test',
        `--test-concurrency=${concurrency}`,
        '--test-timeout=600000',
        '--test-reporter=spec',
        ...group,
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let rest = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (data) => {
      const lines = (rest + data).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    })
    child.on('close', done)
  })
  if (code !== 0 && totals.fail === 0) totals.fail++
  if (totals.pass + totals.fail === before) totals.fail++
}

function take(line) {
  const count = /^ℹ (pass|fail|skipped|cancelled|todo) (\d+)$/.exec(line)
  if (count) {
    const name = count[1] === 'cancelled' ? 'fail' : count[1] === 'todo' ? 'skipped' : count[1]
    totals[name] += Number(count[2])
  } else if (!/^ℹ (tests|suites|duration_ms)/.test(line)) console.log(line)
}
