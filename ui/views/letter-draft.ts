import type { Field, ValueKind } from '../../core/field.ts'
import type { Finding } from '../../core/finding.ts'
import { fillTemplate, type LetterLanguage, type LetterTemplate } from '../../core/letters/index.ts'
import { specPath } from '../../core/paths.ts'
import type { Result } from '../../core/result.ts'
import type { DocumentType } from '../../schemas/define.ts'
import { letterTexts } from '../texts/letters.ts'
import { isNumeric, present, presentDate, presentNumber } from './present.ts'

export interface LetterDraft extends LetterTemplate {
  /** Captions of what the template asks for and the document does not have. */
  readonly gaps: readonly string[]
}

interface Written {
  readonly result: Result
  readonly type: Pick<DocumentType, 'fields'>
  /** What the letter is about. */
  readonly findings: readonly Finding[]
  readonly language: LetterLanguage
  readonly organisation: string
  readonly person: string
  /** ISO day. */
  readonly today: string
}

/** A letter about a document: the template with its values, numbers as they stand on the paper. */
export function letterDraft({ subject, body }: LetterTemplate, written: Written): LetterDraft {
  const values = valuesOf(written)
  const [head, text] = [fillTemplate(subject, values), fillTemplate(body, values)]
  const captionOf = (name: string) => written.type.fields.find(({ path }) => path === name)?.caption[written.language] ?? name
  const line = head.text.replace(/\s+/g, ' ').slice(0, 200).toWellFormed()
  return { subject: line, body: text.text, gaps: [...new Set([...head.gaps, ...text.gaps])].map(captionOf) }
}

/** What rules say against the document and nobody has accepted, with its place in the list of all findings. */
export function openFindings(
  result: Result,
  overridden: ReadonlySet<string>,
): readonly { readonly finding: Finding; readonly at: number }[] {
  return result.findings.flatMap((finding, at) => (finding.severity === 'info' || overridden.has(finding.ruleId) ? [] : [{ finding, at }]))
}

/** One finding as a supplier reads it: where, what, which number was expected and which one stands there. What the reviewer is to do stays out. */
export function findingLine(
  { fields, message, expected, actual }: Finding,
  { result, type, language }: Pick<Written, 'result' | 'type' | 'language'>,
): string {
  const t = letterTexts(language)
  const path = fields[0] ?? ''
  const caption = type.fields.find((spec) => spec.path === specPath(path))?.caption[language]
  const row = /^[^[]+\[(\d+)\]/.exec(path)?.[1]
  const place = [row === undefined ? [] : [`${t.line} ${Number(row) + 1}`], caption ?? []].flat().join(', ')
  const [said = ''] = message[language].split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  const isTold = expected === null || actual === null || (said.includes(expected) && said.includes(actual))
  const theirs = isTold ? null : printed(actual, result.fields[path])
  // Both numbers in the spelling of the page: 120.00 beside 125,00 would look like two kinds of number.
  const style = theirs === null ? language : /,\d{1,2}$/.test(theirs) ? 'ru' : 'en'
  const facts = isTold ? '' : ` (${t.expected}: ${shown(expected, style)}; ${t.yours}: ${theirs ?? shown(actual, style)})`
  return `${place === '' ? '' : `${place}: `}${said}${facts}`
}

function valuesOf(written: Written): ReadonlyMap<string, string> {
  const { result, type, findings, language, organisation, person, today } = written
  const lines = findings.map((finding, i) => `${i + 1}. ${findingLine(finding, written)}`)
  const values = new Map(printedValues(result, type, language))
  for (const [name, value] of Object.entries({ organisation, person, today: presentDate(today, language) })) values.set(name, value)
  if (lines.length > 0) values.set('findings', lines.join('\n'))
  return values
}

/** The single fields of a document as its page prints them; what a person has typed or a rule derived, as the language writes it. */
export function printedValues(
  result: Pick<Result, 'fields'>,
  type: Pick<DocumentType, 'fields'>,
  language: LetterLanguage,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const { path, kind } of type.fields) {
    const field = result.fields[path]
    if (path.includes('[]') || field === undefined || field.value === null) continue
    values.set(path, asPrinted(field, kind) ?? present(field.value, kind, language))
  }
  return values
}

/** The number as the paper prints it, where it is the value of the field that the finding points at. */
function printed(actual: string, field: Field | undefined): string | null {
  return field?.value === actual ? asPrinted(field, 'money') : null
}

/** Null where the page does not print the value by itself: a person has typed it, it follows from others, or it is a code that a symbol stands for. */
function asPrinted({ raw, source }: Field, kind: ValueKind): string | null {
  if (!raw || source === 'human' || kind === 'code' || kind === 'boolean') return null
  const text = asOneLine(raw)
  return isNumeric(kind) && !/^-?\d[\d\s.,'’]*$/.test(text) ? null : text
}

function shown(value: string, language: LetterLanguage): string {
  return presentDate(presentNumber(value, language), language)
}

function asOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
