// One reading process. It reads one page at a time and may be killed at any moment.
import type { RecogniserFile } from '../../models/model-files.ts'
import { readCharset } from './charset.ts'
import type { FromChild, ReadingSetup, ToChild } from './messages.ts'
import { voteUpright } from './orientation.ts'
import { LONGEST_PX, type PageTools, readPage, type SecondReader } from './page-reader.ts'
import { decode } from './raster.ts'
import type { Recogniser } from './recognise.ts'
import { openSession, type Provider, type SessionOptions } from './session.ts'
import type { LineWord } from './tesseract-lines.ts'

const { models, providers, hasLineReader } = JSON.parse(process.argv[2]!) as ReadingSetup
const send = (message: FromChild) => process.send?.(message)

const lines = new Map<number, { resolve: (words: readonly LineWord[]) => void; reject: (error: Error) => void }>()
let nextLine = 0

/** Tesseract's threads belong to the parent's pool: the line travels there and back. */
function readLine(pgm: Uint8Array): Promise<readonly LineWord[]> {
  const id = nextLine++
  return new Promise((resolve, reject) => {
    lines.set(id, { resolve, reject })
    send({ kind: 'readLine', id, pgm })
  })
}

const refused: { provider: Provider; reason: string }[] = []
const options: SessionOptions = {
  providers,
  threads: 1,
  onRefused: (provider, reason) => {
    if (!refused.some((r) => r.provider === provider)) refused.push({ provider, reason })
  },
}

async function start(): Promise<PageTools> {
  const detector = await openSession(models.det.path, options)
  // What refused the first model is not asked again for the next.
  const same = { ...options, providers: [detector.provider] }
  const open = async (file: RecogniserFile) => ({ session: await openSession(file.path, same), charset: await readCharset(file) })
  const recogniser = await open(models.rec)
  const readsCyrillic = ['ж', 'щ', 'ю', 'я'].every((letter) => recogniser.charset.includes(letter))
  return { detector, recogniser, second: readsCyrillic ? null : secondReader(open) }
}

function secondReader(open: (file: RecogniserFile) => Promise<Recogniser>): SecondReader | null {
  const { cyrillic } = models
  if (cyrillic === null) return hasLineReader ? { kind: 'tesseract', readLine } : null
  let opened: Promise<Recogniser> | undefined
  return { kind: 'network', open: () => (opened ??= open(cyrillic)) }
}

async function answer(message: Extract<ToChild, { readonly image: Uint8Array }>, tools: PageTools): Promise<FromChild> {
  if (message.kind === 'read') return { kind: 'page', text: await readPage(message.image, tools) }
  if (!models.cls) return { kind: 'votes', upright: 0, lines: 0 }
  const classifier = await openSession(models.cls.path, { ...options, providers: [tools.detector.provider] })
  try {
    return { kind: 'votes', ...(await voteUpright(classifier, tools.detector, await decode(message.image, LONGEST_PX))) }
  } finally {
    await classifier.close()
  }
}

const failed = (error: unknown) => send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })

process.on('disconnect', () => process.exit(0))
try {
  const tools = await start()
  process.on('message', (message: ToChild) => {
    if (message.kind === 'line') lines.get(message.id)?.resolve(message.words)
    else if (message.kind === 'lineFailed') lines.get(message.id)?.reject(new Error(message.message))
    if (message.kind === 'line' || message.kind === 'lineFailed') lines.delete(message.id)
    else answer(message, tools).then(send, failed)
  })
  send({ kind: 'ready', provider: tools.detector.provider, refused })
} catch (error) {
  failed(error)
}
