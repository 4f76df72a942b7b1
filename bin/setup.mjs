// Brings everything that `npm start` or `npm test` needs. Plain JavaScript without packages: it runs on the system's Node, before anything is installed.
// Safe to run again: what is there is not touched. What cannot be had is said, with what works without it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const purpose = process.argv[2] === 'test' ? 'test' : 'start'
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node')
const isRoot = process.getuid?.() === 0
const TESSDATA = [
  '/usr/share/tesseract-ocr/5/tessdata',
  '/usr/share/tesseract-ocr/4.00/tessdata',
  '/usr/share/tessdata',
  '/usr/local/share/tessdata',
]
const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

process.chdir(root)
requireNode()
await step('npm packages', packages)
await step('Russian for OCR', russian)
await step('Temporal server', temporal, { tellsItself: true })
if (purpose === 'test') {
  await step('Decoder for tests', decoder)
  await step('Chromium for browser tests', () =>
    debianPackage(hasChromium, 'chromium', 'browser tests and the sample generator are skipped'),
  )
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 9)) return
  console.error(
    `Docket needs Node 20.9 or newer to start (this is ${process.versions.node}); it then brings Node 24 along. Get one from https://nodejs.org`,
  )
  process.exit(1)
}

/** Runs one part with its time on the terminal. `work` returns a note, or throws an Error whose message says what to do.
 * Work that tells its own progress gets no ticks beside it. */
async function step(name, work, { tellsItself = false } = {}) {
  const started = Date.now()
  const tick = () => console.log(`  … ${name}, ${Math.round((Date.now() - started) / 1000)} s`)
  const ticking = tellsItself ? undefined : setInterval(tick, 10_000)
  try {
    const note = await work()
    console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${name}${note ? `: ${note}` : ''}`)
  } catch (error) {
    console.error(`\n${name} could not be set up. ${error.message}\n`)
    process.exit(1)
  } finally {
    clearInterval(ticking)
  }
}

/** `npm ci` when the lock file has changed since the last time. */
async function packages() {
  const stamp = join('node_modules', '.docket-setup')
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const present = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (!present) {
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
    // onnxruntime-node's install step fetches CUDA libraries and fails without a network; the CPU provider is in the package.
    const environment = { ONNXRUNTIME_NODE_INSTALL: process.env.ONNXRUNTIME_NODE_INSTALL ?? 'skip' }
    const { code, output } = await run([...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { environment })
    if (code !== 0)
      throw new Error(`npm ci ended with code ${code}; is the npm registry reachable?\n${output.trim().split('\n').slice(-8).join('\n')}`)
    writeFileSync(stamp, wanted)
  }
  linkCommand()
  return present ? 'up to date' : 'installed'
}

/** llama.cpp as a library; without it tests of language models use a scripted server only. Its packages for graphics cards (255 MB) stay out. */
async function decoder() {
  const folder = join('tests', 'llm', 'decoder')
  if (existsSync(join(folder, 'node_modules'))) return 'up to date'
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const { code } = await run([
    ...npm,
    'ci',
    '--omit=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    folder,
  ])
  return code === 0 ? 'installed' : 'not to be had on this machine; its tests are skipped'
}

/** So that `npx docket` works inside this folder. */
function linkCommand() {
  const link = join('node_modules', '.bin', 'docket')
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(join('..', '..', 'bin', 'docket.mjs'), link)
}

async function temporal() {
  const { code, output } = await run([ownNode, '--disable-warning=ExperimentalWarning', 'temporal/get-server.ts'], { show: true })
  const lines = output.trim().split('\n')
  if (code === 0) return 'ready'
  if (purpose === 'start') throw new Error(lines.join('\n'))
  console.error(`${lines.join('\n')}\nTests that need it are going to fail.`)
  return 'not available'
}

/** The system's data, the Debian package, or tesseract.js's own download. */
async function russian() {
  if (hasRussian()) return 'present'
  const note = await debianPackage(hasRussian, 'tesseract-ocr-rus', 'scans in Russian are read badly; PDFs with text are not affected')
  if (hasRussian()) return note
  const { code } = await run([ownNode, '--disable-warning=ExperimentalWarning', 'adapters/ocr/download-language.ts', 'rus'])
  return code === 0 && hasRussian() ? 'downloaded' : note
}

/** What `present` finds, else the Debian package where we may install one, else a message. Never fatal. */
async function debianPackage(present, name, without) {
  if (present()) return 'present'
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const environment = { DEBIAN_FRONTEND: 'noninteractive' }
    await run(['apt-get', 'update'], { environment })
    const { code } = await run(['apt-get', 'install', '-y', '--no-install-recommends', name], { environment })
    if (code === 0 && present()) return `installed (${name})`
  }
  return `not available: ${without}. On Debian or Ubuntu: sudo apt-get install ${name}`
}

function hasRussian() {
  const cache = process.env.DOCKET_CACHE_DIR ?? join(process.env.HOME ?? '/', '.cache', 'docket')
  return [process.env.DOCKET_TESSDATA_DIR, process.env.TESSDATA_PREFIX, join(cache, 'tessdata'), ...TESSDATA].some(
    (dir) => dir && existsSync(join(dir, 'rus.traineddata')),
  )
}

function hasChromium() {
  const folders = (process.env.PATH ?? '').split(':')
  return Boolean(process.env.CHROMIUM_PATH) || CHROMIUM.some((name) => folders.some((dir) => dir && existsSync(join(dir, name))))
}

function run([command, ...args], { show = false, environment = {} } = {}) {
  return new Promise((done) => {
    let output = ''
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data
        if (show) process.stdout.write(data)
      })
    }
    child.on('error', (error) => done({ code: 127, output: error.message }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}
