import { putJson } from '../../../adapters/blobs/json-blob.ts'
import { getReading } from '../../../adapters/blobs/reading-blob.ts'
import type { BlobRef } from '../../../core/blob-ref.ts'
import { PipelineError } from '../../../core/errors.ts'
import type { Candidate } from '../../../core/field.ts'
import { cutRows, type DocumentPart, tokensOf } from '../../../core/llm/cut-rows.ts'
import { groundAnswer } from '../../../core/llm/ground-answer.ts'
import type { LlmReading, PlannedProvider } from '../../../core/llm/llm-reading.ts'
import { mergeParts } from '../../../core/llm/merge-parts.ts'
import { messagesFor } from '../../../core/llm/messages.ts'
import { type NumberedRow, numberRows } from '../../../core/llm/numbered-rows.ts'
import { LlmFault, type Message } from '../../../core/llm/port.ts'
import type { Answer } from '../../../core/llm/read-answers.ts'
import { maskLines } from '../../../core/llm/surrogates/index.ts'
import { ungrounded } from '../../../core/llm/ungrounded.ts'
import { specPath } from '../../../core/paths.ts'
import type { Part } from '../../../core/result.ts'
import { dec } from '../../../core/rules/index.ts'
import type { DocumentInput } from '../../../core/stages.ts'
import { detectLocale } from '../../../core/values/index.ts'
import type { Deps } from '../../deps.ts'
import { createConverse } from './converse.ts'
import { exampleTurns, markOf } from './example-turns.ts'
import { findExamples } from './examples.ts'
import { prepare } from './prepare.ts'

/** A document is asked about in so many parts at most, from its beginning and its end: a file of 500 pages is no reason to spend a day's budget. */
const FIRST_PARTS = 16
const LAST_PARTS = 4
const MOST_IMAGES = 4 // of one question
const LEAST_PART_TOKENS = 300
const EXAMPLE_SHARE = 0.5 // of the room in one question

/**
 * What one provider reads in a document, grounded word by word. Personal data is replaced before it leaves the house. Throws `dependency_unavailable`, to be
 * tried again where that may help.
 */
export const createAskLlm = ({ blobs, store, types, llm }: Pick<Deps, 'blobs' | 'store' | 'types' | 'llm'>) => {
  const converse = createConverse({ blobs, store })
  return async function askLlm(document: DocumentInput, reading: BlobRef, part: Part, planned: PlannedProvider): Promise<BlobRef> {
    const type = types.find(({ name }) => name === part.type)
    const provider = llm?.settings.providers.find(({ id }) => id === planned.id)
    const generate = llm?.providers.get(planned.id)
    if (!llm || !provider || !generate || !type?.prompt)
      throw new PipelineError('configuration', `The language model ${planned.id} is not set up on this worker.`)
    const prepared = prepare(type, type.prompt)
    const pages = await getReading(blobs, document.documentId, reading)
    const rows = numberRows(pages, { first: part.firstPage, last: part.lastPage })
    const { said, replaced } = provider.place === 'outside' ? maskLines(rows, llm.digestOf(document.organisationId)) : PLAIN
    const room = Math.max(LEAST_PART_TOKENS, provider.partTokens - tokensOf(prepared.system))
    const found = await findExamples(
      document,
      { type: type.name, reading: pages, most: provider.examples, prepared },
      { blobs, store, llm },
    )
    const examples = found
      .flatMap(({ documentId, ...example }) => {
        const say = provider.place === 'outside' ? maskLines(example.rows, llm.digestOf(document.organisationId)).said : PLAIN.said
        const turns = exampleTurns(example, prepared, say)
        return turns ? [turns.map((turn): Message => ({ ...turn, example: documentId }))] : []
      })
      // The document itself comes first: examples get a part of the room and no more.
      .filter((turns) => turns.reduce((sum, { text }) => sum + tokensOf(text), 0) <= (EXAMPLE_SHARE * room) / provider.examples)
      .flat()
    const budget = room - examples.reduce((sum, { text }) => sum + tokensOf(text), 0)
    const all = cutRows(rows, budget)
    const parts = all.length <= FIRST_PARTS + LAST_PARTS ? all : [...all.slice(0, FIRST_PARTS), ...all.slice(-LAST_PARTS)]
    const mark = markOf(rows, said)
    // One limit for the document with this provider: what is not answered by then is not waited for.
    const stop = new AbortController()
    const signal = AbortSignal.any([AbortSignal.timeout(planned.limitMs), stop.signal])
    const imagesOf = async ({ rows: own }: DocumentPart) => {
      // The settings refuse a provider that sees and stands outside; a page image must not depend on that alone.
      if (!provider.sees || provider.place !== 'inside') return []
      const shown = pages.pages.filter(({ index, image }) => image && own.some((row) => row.page === index)).slice(0, MOST_IMAGES)
      return Promise.all(
        shown.map(async ({ image }) => ({
          mediaType: image!.mediaType,
          base64: (await blobs.get(document.documentId, image!)).toString('base64'),
        })),
      )
    }
    const about = {
      document,
      provider,
      generate,
      prepared,
      currency: llm.settings.currency,
      budget: llm.settings.budgetPerDay ?? null,
      replaced,
      signal,
    }
    const spoken = await Promise.all(
      parts.map((each, i) =>
        imagesOf(each).then((images) =>
          converse(
            i + 1,
            messagesFor({
              system: prepared.system,
              part: each,
              numbers: { part: i + 1, of: parts.length },
              mark,
              say: said,
              images,
              examples,
            }),
            about,
          ),
        ),
      ),
    ).catch((error: unknown) => {
      stop.abort()
      throw asPipelineError(error, provider.id)
    })
    const words = new Map(rows.flatMap(({ cells }) => cells.flat().map((word) => [word.id, word] as const)))
    const grounding = { words, locale: detectLocale(pages.pages.flatMap(({ lines }) => lines.map(({ text }) => text))), said }
    const refused: Answer[] = []
    const candidates = spoken.map(({ answers }) =>
      answers.flatMap((answer): readonly Candidate[] => {
        const kind = prepared.kinds.get(specPath(answer.path))
        const grounded = kind === undefined ? 'not_in_words' : groundAnswer(answer, kind, grounding)
        if (typeof grounded !== 'string') return [grounded]
        refused.push(answer)
        return []
      }),
    )
    const result: LlmReading = {
      use: {
        provider: provider.id,
        model: spoken[0]?.model ?? provider.model,
        prompt: prepared.promptVersion,
        inputTokens: spoken.reduce((sum, one) => sum + one.inputTokens, 0),
        outputTokens: spoken.reduce((sum, one) => sum + one.outputTokens, 0),
        cost: spoken.reduce((sum, one) => sum.plus(dec(one.cost)), dec('0')).toFixed(8),
        currency: llm.settings.currency,
      },
      candidates: mergeParts(candidates, (path) => type.prompt?.lastCounts?.(path) ?? false),
      findings: ungrounded(refused, all.length - parts.length),
    }
    return putJson(blobs, document.documentId, result)
  }
}

const PLAIN: ReturnType<typeof maskLines> = { said: ({ text }: NumberedRow['cells'][number][number]) => text, replaced: [] }

function asPipelineError(error: unknown, provider: string): unknown {
  if (!(error instanceof LlmFault)) return error
  const details = { provider, fault: error.kind }
  return new PipelineError('dependency_unavailable', `The language model ${provider} did not answer (${error.kind}).`, {
    retryable: error.passing,
    details,
    cause: error,
  })
}
