import type { Field, Fields } from '../field.ts'
import type { Finding } from '../finding.ts'
import { coverage } from '../geometry.ts'
import type { Reading } from '../reading.ts'
import type { ClassGuess, Part, Reason } from '../result.ts'
import { FILE_CUT } from './cut-findings.ts'

/** Below this the reviewer is pointed at the field. Not calibrated. */
export const LOW_CONFIDENCE = 0.6

export interface ToAssess {
  /** Null = unknown type. */
  readonly type: string | null
  readonly parts: readonly Part[]
  readonly fields: Fields
  /** Findings that nobody has set aside. */
  readonly findings: readonly Finding[]
  /** Paths needed for approval without a person and absent. */
  readonly missing: readonly string[]
  readonly reading: Reading
  readonly duplicate: boolean
  /** Why the accounting system sent the approved record back; null or absent = it did not. */
  readonly returned?: string | null
}

/** Why a person must look whatever was decided about acceptance; empty = nothing in the document speaks against it. The order is the order of attention. */
export function reasonsFor(at: ToAssess): readonly Reason[] {
  return [
    ...(at.returned ? [sentBack(at.returned)] : []),
    ...(at.duplicate && !at.findings.some(aboutDuplicate) ? [DUPLICATE_FILE] : []),
    ...(at.type === null ? [unknownType(at.parts[0]?.guesses ?? [])] : []),
    ...(nothingRead(at) ? [NO_TEXT] : []),
    ...at.reading.pages.flatMap((page) => (page.error ? [pageFailed(page.index)] : [])),
    ...at.findings.flatMap(ruleFailed),
    ...(at.type === null ? [] : at.missing.map(missingRequired)),
    ...Object.entries(at.fields).flatMap(([path, { value, confidence }]) =>
      value !== null && confidence !== null && confidence < LOW_CONFIDENCE ? [lowConfidence(path)] : [],
    ),
    ...handwrittenFields(at).map(handwritten),
    ...Object.entries(at.fields).flatMap(([path, field]) => (readByModelOnly(field) ? [llmOnly(path)] : [])),
  ]
}

/** Pages were there and looked at, and not one word was on them: a blank sheet, a photo of something else, or a scan too poor to read. */
function nothingRead({ reading, fields }: ToAssess): boolean {
  const empty = reading.pages.length > 0 && reading.pages.every((page) => page.lines.length === 0)
  return empty && !Object.values(fields).some(({ source }) => source === 'xml')
}

function ruleFailed(finding: Finding): readonly Reason[] {
  const { severity, fields, message } = finding
  if (severity === 'info') return []
  const code = aboutDuplicate(finding) ? 'duplicate' : finding.ruleId === FILE_CUT ? 'several_documents' : 'rule_failed'
  return [fields[0] === undefined ? { code, message } : { code, field: fields[0], message }]
}

function aboutDuplicate({ ruleId, severity }: Finding): boolean {
  return severity !== 'info' && /^duplicate/i.test(ruleId)
}

function sentBack(reason: string): Reason {
  return {
    code: 'record_returned',
    message: {
      en: `The accounting system did not accept the record: ${reason}`,
      ru: `Учётная система не приняла запись: ${reason}`,
    },
  }
}

function missingRequired(field: string): Reason {
  return {
    code: 'missing_required',
    field,
    message: {
      en: 'A field needed for approval was not found. Enter it or confirm that it is not on the document.',
      ru: 'Обязательное поле не найдено. Введите его или подтвердите, что его нет в документе.',
    },
  }
}

function lowConfidence(field: string): Reason {
  return {
    code: 'low_confidence',
    field,
    message: {
      en: 'The value was read with doubt. Compare it with the page.',
      ru: 'Значение прочитано неуверенно. Сверьте его со страницей.',
    },
  }
}

/** Values whose place lies in handwriting. What a person has entered or confirmed is theirs. */
function handwrittenFields({ fields, reading }: ToAssess): readonly string[] {
  const regions = new Map(reading.pages.map((page) => [page.index, (page.regions ?? []).filter(({ kind }) => kind === 'handwriting')]))
  const isHandwritten = ({ value, source, evidence }: Field) =>
    value !== null &&
    source !== 'human' &&
    evidence.some(
      ({ page, box }) => page !== null && box !== null && (regions.get(page) ?? []).some((region) => coverage(box, region.box) > 0.5),
    )
  return Object.entries(fields).flatMap(([path, field]) => (isHandwritten(field) ? [path] : []))
}

/** A language model that nobody agrees with is no ground to book anything on, however sure it sounds. */
function readByModelOnly({ value, source, candidates }: Field): boolean {
  return value !== null && source === 'llm' && !candidates.some((other) => other.value === value && other.source !== 'llm')
}

function llmOnly(field: string): Reason {
  return {
    code: 'llm_only',
    field,
    message: {
      en: 'Only the language model has read this value. Compare it with the page.',
      ru: 'Это значение прочитала только языковая модель. Сверьте его со страницей.',
    },
  }
}

function handwritten(field: string): Reason {
  return {
    code: 'handwriting',
    field,
    message: {
      en: 'The value is written by hand. A person reads it.',
      ru: 'Значение написано от руки. Его читает человек.',
    },
  }
}

function pageFailed(page: number): Reason {
  return {
    code: 'page_failed',
    message: {
      en: `Page ${page} could not be read. What stands on it is missing here.`,
      ru: `Страница ${page} не прочитана. Всего, что на ней, здесь нет.`,
    },
  }
}

/** The person who chooses begins with what it most likely is; that no type reads it is no reason to hide its name. */
function unknownType(guesses: readonly ClassGuess[]): Reason {
  const likely = (language: 'en' | 'ru') =>
    guesses.map(({ caption, probability }) => `${caption[language]} (${Math.round(100 * probability)} %)`).join(', ')
  const [en, ru] = guesses.length === 0 ? ['', ''] : [` Most likely: ${likely('en')}.`, ` Скорее всего: ${likely('ru')}.`]
  return {
    code: 'unknown_type',
    message: {
      en: `The kind of document was not recognised.${en} Choose it or reject the document.`,
      ru: `Вид документа не распознан.${ru} Выберите его или отклоните документ.`,
    },
  }
}

const DUPLICATE_FILE: Reason = {
  code: 'duplicate',
  message: {
    en: 'The same file is already here. Reject it unless it was sent twice on purpose.',
    ru: 'Такой же файл уже есть. Отклоните этот, если он не загружен повторно намеренно.',
  },
}
const NO_TEXT: Reason = {
  code: 'no_text',
  message: {
    en: 'No text was found on the pages. If there is text, scan the document again, straight and at 300 dpi.',
    ru: 'На страницах не найдено текста. Если он там есть, отсканируйте документ ещё раз: ровно и с разрешением 300 dpi.',
  },
}
