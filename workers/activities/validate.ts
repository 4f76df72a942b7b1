import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { conform, draftFields, withChecks, withRepairs } from '../../core/assess/index.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { Corrections } from '../../core/corrections.ts'
import { Extraction } from '../../core/extraction/extraction.ts'
import type { Evidence, Field, Fields } from '../../core/field.ts'
import type { Finding } from '../../core/finding.ts'
import { setAt } from '../../core/paths.ts'
import type { Part } from '../../core/result.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Validation } from '../../core/validation.ts'
import type { Derived, DocumentType, RuleContext } from '../../schemas/define.ts'
import type { Deps } from '../deps.ts'
import { matchMasterData } from './match-master-data.ts'

/** Corrections, canonical data, derived values, rules: everything that is said about the values without judging how sure they are. */
export const createValidate = ({ blobs, store, types }: Pick<Deps, 'blobs' | 'store' | 'types'>) =>
  async function validate(document: DocumentInput, part: Part, extraction: BlobRef, corrections: BlobRef | null): Promise<BlobRef> {
    const extracted = await getJson(blobs, document.documentId, extraction, Extraction)
    const decided = corrections && (await getJson(blobs, document.documentId, corrections, Corrections))
    const typeName = decided?.type ?? part.type
    const type = types.find(({ name }) => name === typeName)
    const drafted = draftFields(extracted, decided)
    const overridden = decided?.overrides.map(({ ruleId }) => ruleId) ?? []
    const open = extracted.findings.filter((finding) => !settled(finding, decided))
    const validation: Validation = type
      ? { ...(await applyType(type, document, drafted, open, store)), overridden, type: type.name }
      : { fields: drafted, data: {}, findings: open, overridden, type: 'unknown' }
    return putJson(blobs, document.documentId, extracted.llm === undefined ? validation : { ...validation, llm: extracted.llm })
  }

/** A doubt between sources is over once a person has decided every field it names. */
function settled(finding: Finding, decided: Corrections | null): boolean {
  return decided !== null && finding.fields.length > 0 && finding.fields.every((path) => Object.hasOwn(decided.fields, path))
}

async function applyType(
  type: DocumentType,
  document: DocumentInput,
  drafted: Fields,
  open: readonly Finding[],
  store: Deps['store'],
): Promise<Pick<Validation, 'fields' | 'data' | 'findings' | 'matched'>> {
  const { data: read, misfits } = conform(type.schema, nested(drafted))
  const fitting = withoutMisfits(drafted, misfits)
  const derived = withoutHumanNulls(type.derive?.(read) ?? {}, fitting)
  const fields = { ...fitting, ...derivedFields(derived, fitting) }
  const { data } = conform(type.schema, nested(fields))

  const keys = type.historyKeys(data)
  const matched = await matchMasterData(type, data, document, store)
  const context: RuleContext = {
    today: document.receivedAt.slice(0, 10),
    history: keys.length === 0 ? [] : await store.history(document.organisationId, document.documentId, keys),
    ownTaxIds: await store.ownTaxIds(document.organisationId),
    derived: new Set(Object.keys(derived)),
    structured: new Set(Object.keys(fields).filter((path) => fields[path]?.source === 'xml' || fields[path]?.source === 'qr')),
    ...(matched && { matched }),
  }
  const report = type.check(data, context)
  if (keys.length > 0) await store.remember(document, keys, data as Record<string, unknown>)
  const findings = [...open, ...misfits.map(misfitFinding), ...report.findings]
  const judged = withRepairs(withChecks(fields, findings, report.passed), report.repairs ?? [])
  return { fields: judged, data: data as Record<string, unknown>, findings, ...(matched && { matched }) }
}

function nested(fields: Fields): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const [path, { value }] of Object.entries(fields)) if (value !== null) setAt(data, path, value)
  return data
}

/** A value that the type cannot hold is no value; what was read stays as a candidate for the reviewer. */
function withoutMisfits(fields: Fields, misfits: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([path, field]) => {
      if (field.value === null || !misfits.includes(path)) return [path, field]
      const read = {
        path,
        value: field.value,
        raw: field.raw ?? '',
        source: field.source ?? 'text',
        extractor: 'misfit',
        score: 0,
        evidence: field.evidence,
      }
      return [path, { ...field, value: null, raw: null, source: null, evidence: [], candidates: [read, ...field.candidates] }]
    }),
  )
}

function misfitFinding(path: string): Finding {
  return {
    ruleId: 'VALUE-FORM',
    severity: 'warning',
    fields: [path],
    expected: null,
    actual: null,
    delta: null,
    message: {
      en: 'What was read here does not have the form of this field. Look at the page and enter the value.',
      ru: 'Прочитанное не подходит к этому полю по форме. Посмотрите на страницу и введите значение.',
    },
  }
}

/** Where a person said "not on the document", nothing is calculated either. */
function withoutHumanNulls(derived: Readonly<Record<string, Derived>>, fields: Fields): Readonly<Record<string, Derived>> {
  return Object.fromEntries(Object.entries(derived).filter(([path]) => fields[path]?.source !== 'human'))
}

/** Derived values as fields, with the evidence of what they come from. */
function derivedFields(derived: Readonly<Record<string, Derived>>, fields: Fields): Fields {
  const printedBehind = (path: string): readonly string[] => derived[path]?.from.flatMap(printedBehind) ?? [path]
  const evidenceOf = (path: string): readonly Evidence[] => fields[path]?.evidence ?? []
  return Object.fromEntries(
    Object.entries(derived).map(([path, { value }]): [string, Field] => {
      const from = [...new Set(printedBehind(path))]
      const field: Field = {
        value,
        raw: null,
        source: 'rule',
        confidence: null,
        evidence: unique(from.flatMap(evidenceOf)),
        derivedFrom: from,
        checks: [],
        candidates: fields[path]?.candidates ?? [],
      }
      return [path, field]
    }),
  )
}

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map(evidence.map((one) => [JSON.stringify(one), one]))
  return [...seen.values()]
}
