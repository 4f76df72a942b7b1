import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { BlobStore } from '../adapters/blobs/blob-store.ts'
import { putPassword } from '../adapters/blobs/file-password.ts'
import { createFolderBlobs } from '../adapters/blobs/folder-blobs.ts'
import { getJson, putJson } from '../adapters/blobs/json-blob.ts'
import { getReading } from '../adapters/blobs/reading-blob.ts'
import type { Config } from '../adapters/config.ts'
import type { LlmSettings } from '../adapters/llm/index.ts'
import type { Log } from '../adapters/log.ts'
import type { BlobRef } from '../core/blob-ref.ts'
import { type ErrorCode, PipelineError } from '../core/errors.ts'
import { processDocument } from '../core/pipeline.ts'
import { ONE_BY_ONE, readFile as readPages } from '../core/read-file.ts'
import type { Reading } from '../core/reading.ts'
import { type Part, Result } from '../core/result.ts'
import type { DocumentInput, Inspection, PageRange, Stages } from '../core/stages.ts'
import { createActivities } from '../workers/activities/index.ts'
import type { DocumentStore } from '../workers/deps.ts'
import { noStore } from '../workers/no-store.ts'
import { compose, llmSettings } from './compose.ts'

export interface OneShotResult {
  readonly result: Result
  readonly reading: Reading
}

export interface OneShotOptions {
  readonly type: string
  readonly useLlm: boolean
  readonly password?: string | undefined
  /** ISO date-time; now unless given. */
  readonly receivedAt?: string
  /** All pages as they were read before: they are not read again. */
  readonly reading?: Reading | undefined
  /** Told as pages get read. */
  readonly onPages?: (done: number, total: number) => void
}

/** The whole pipeline in this process: no server, no database; its files live in a temporary folder until `close`. */
export interface OneShot {
  /** The first document of the file. Throws PipelineError: a refused file, or our own failure (`internal`). */
  extract(file: string, options: OneShotOptions): Promise<Result>
  /**
   * Every document of the file in the order of its pages, handed over as each is done. `pages` are those of the file; null = the file is one document.
   * Throws as `extract` does; what was handed over before stands.
   */
  extractAll(file: string, options: OneShotOptions, take: (result: Result, pages: PageRange | null) => Promise<void>): Promise<void>
  /** The same with the words of all pages, which a long file has many of. */
  run(file: string, options: OneShotOptions): Promise<OneShotResult>
  /** Only the words of all pages and where they stand. Throws as `extract` does. */
  read(file: string): Promise<Reading>
  close(): Promise<void>
}

/** Pages of one range are parsed while those of the other are laid out. */
const PACE = { rangesAtOnce: 2, pagesAStep: 1 }

export interface OneShotParts {
  /** The one language model to ask, also an outside one. */
  readonly provider?: string | undefined
  /** Runs around every stage, for whoever measures; the ranges of a long file then come one after the other. */
  readonly around?: Around
}

export type Around = <T>(document: DocumentInput, stage: string, work: () => Promise<T>) => Promise<T>

export async function createOneShot(config: Config, log: Log, { provider, around }: OneShotParts = {}): Promise<OneShot> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-'))
  const blobs = createFolderBlobs(dir)
  const llm = onlyProvider(llmSettings(config), provider)
  // A named provider is the operator's own decision; else nothing leaves the house.
  const store: DocumentStore = { ...noStore, llmTerms: async () => ({ allowed: provider ? [provider] : [], spentToday: '0' }) }
  const { deps, close } = compose(config, log, { blobs, store, masterKey: randomBytes(32), llm })
  const activities = around ? measured(createActivities(deps), around) : createActivities(deps)
  async function admit(path: string, { type, useLlm, password, receivedAt }: OneShotOptions): Promise<DocumentInput> {
    const documentId = randomUUID()
    const bytes = await readFile(path)
    if (bytes.length > config.DOCKET_MAX_UPLOAD_BYTES) {
      throw new PipelineError('file_too_large', `The file has ${bytes.length} bytes, the limit is ${config.DOCKET_MAX_UPLOAD_BYTES}.`)
    }
    return {
      documentId,
      organisationId: 'local',
      file: await blobs.put(documentId, bytes, 'application/octet-stream'),
      password: password ? await putPassword(blobs, documentId, password) : null,
      fileName: basename(path),
      type,
      useLlm,
      duplicateOf: null,
      receivedAt: receivedAt ?? new Date().toISOString(),
      run: 1,
      render: 'when-needed',
    }
  }

  /** `use` gets what was read while its blobs are there. */
  async function readFully<T>(path: string, options: OneShotOptions, use: (done: Done) => Promise<T>): Promise<T> {
    const document = await admit(path, options)
    try {
      return await use(await runDocument(document, options))
    } finally {
      await blobs.erase(document.documentId)
    }
  }

  /** Through the whole pipeline, its blobs left as they are. Throws when no result came of it. */
  async function runDocument(document: DocumentInput, { onPages, reading: known }: Partial<OneShotOptions> = {}): Promise<Done> {
    let reading: BlobRef | null = null
    let later: readonly DocumentInput[] = []
    let failure: unknown
    const stages: Stages = {
      ...activities,
      ...(known && readBefore(blobs, known)),
      classify(document, inspection, read) {
        reading = read
        return activities.classify(document, inspection, read)
      },
      splitOff: async (_, inspection, read, parts) => {
        later = parts.slice(1).map((part) => partOf(document, inspection, read, part))
      },
    }
    const outcome = await processDocument(document, stages, {
      awaitReview: async () => ({ kind: 'deferred' }),
      reviewed: () => {},
      failure: (error) => {
        failure = error
        return codeAndMessage(error)
      },
      now: () => performance.now(),
      pace: around ? ONE_BY_ONE : PACE,
      asksLlm: llm !== null,
      ...(onPages && { pagesRead: onPages }),
    })
    if (!outcome.result || !reading) {
      const { code, message } = outcome.refusal ?? { code: 'internal', message: 'Docket failed on this file.' }
      throw new PipelineError(code as ErrorCode, message, { retryable: outcome.status === 'failed', cause: failure })
    }
    return { document, result: await getJson(blobs, document.documentId, outcome.result, Result), reading, later }
  }

  async function extractAll(path: string, options: OneShotOptions, take: Parameters<OneShot['extractAll']>[2]): Promise<void> {
    await readFully(path, options, async ({ result, later }) => {
      await take(result, later.length > 0 ? { first: 1, last: (later[0]?.cut?.first ?? 2) - 1 } : null)
      for (const part of later) {
        try {
          const { result: own } = await runDocument(part)
          await take(own, part.cut ? { first: part.cut.first, last: part.cut.last } : null)
        } finally {
          await blobs.erase(part.documentId)
        }
      }
    })
  }

  async function readOnly(path: string): Promise<Reading> {
    const document = await admit(path, { type: 'auto', useLlm: false })
    try {
      const inspection = await activities.inspect(document)
      if (inspection.kind === 'refused') throw new PipelineError(inspection.code, inspection.message)
      const steps = { stages: activities, pace: PACE, failure: codeAndMessage, pagesRead: () => {} }
      const read = await readPages(document, inspection, { ...steps, timed: (_, work) => work })
      if (read.kind === 'refused') throw new PipelineError(read.code, read.message)
      return await getReading(blobs, document.documentId, read.reading)
    } finally {
      await blobs.erase(document.documentId)
    }
  }

  return {
    read: readOnly,
    extract: (path, options) => readFully(path, options, async ({ result }) => result),
    extractAll,
    run: (path, options) =>
      readFully(path, options, async ({ document, result, reading }) => ({
        result,
        reading: await getReading(blobs, document.documentId, reading),
      })),
    async close() {
      await close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** The stages that read pages, where they have been read. */
function readBefore(blobs: BlobStore, reading: Reading): Pick<Stages, 'pages' | 'layout' | 'joinReadings'> {
  const keep = ({ documentId }: DocumentInput) => putJson(blobs, documentId, reading)
  return { pages: async () => ({ kind: 'paged', pages: [] }), layout: keep, joinReadings: keep }
}

interface Done {
  readonly document: DocumentInput
  readonly result: Result
  /** Of the whole file, in the blobs of `document`. */
  readonly reading: BlobRef
  /** The documents behind the first one, where the file holds several. */
  readonly later: readonly DocumentInput[]
}

/** A later document of the file, as `splitOff` of the database starts one. */
function partOf(file: DocumentInput, inspection: Inspection, reading: BlobRef, { firstPage, lastPage }: Part): DocumentInput {
  const cut = { fileId: file.documentId, reading, inspection, first: firstPage, last: lastPage, corrections: null }
  return { ...file, documentId: randomUUID(), type: 'auto', duplicateOf: null, cut }
}

function codeAndMessage(error: unknown): { readonly code: string; readonly message: string } {
  return error instanceof PipelineError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: 'Docket failed on this file.' }
}

function onlyProvider(settings: LlmSettings | null, id: string | undefined): LlmSettings | null {
  if (id === undefined) return settings
  if (!settings?.providers.some((provider) => provider.id === id))
    throw new PipelineError(
      'configuration',
      `There is no language model called ${id}. DOCKET_LLM_CONFIG names a file with those that there are.`,
    )
  return { ...settings, chains: { '*': [id] } }
}

function measured(stages: Stages, around: Around): Stages {
  return {
    ...stages,
    inspect: (document) => around(document, 'inspect', () => stages.inspect(document)),
    pages: (document, ...rest) => around(document, 'pages', () => stages.pages(document, ...rest)),
    ocr: (document, ...rest) => around(document, 'ocr', () => stages.ocr(document, ...rest)),
    ocrPages: (document, ...rest) => around(document, 'ocr', () => stages.ocrPages(document, ...rest)),
    layout: (document, ...rest) => around(document, 'layout', () => stages.layout(document, ...rest)),
    classify: (document, ...rest) => around(document, 'classify', () => stages.classify(document, ...rest)),
    extract: (document, ...rest) => around(document, 'extract', () => stages.extract(document, ...rest)),
    validate: (document, ...rest) => around(document, 'validate', () => stages.validate(document, ...rest)),
    score: (document, ...rest) => around(document, 'score', () => stages.score(document, ...rest)),
  }
}
