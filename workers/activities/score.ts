import { createHash } from 'node:crypto'
import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { pagesOf } from '../../adapters/blobs/reading-blob.ts'
import type { Terms } from '../../core/acceptance/index.ts'
import { cutFindings, pageFindings, reasonsFor } from '../../core/assess/index.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { judgeValues } from '../../core/confidence/index.ts'
import { certainTaxIds } from '../../core/master-data/index.ts'
import type { Page, Reading } from '../../core/reading.ts'
import { type Result, SCHEMA_VERSION, type ShownHeadline } from '../../core/result.ts'
import { NAMED_APPROVER } from '../../core/routing/index.ts'
import { secondPersonReasons } from '../../core/second-person.ts'
import type { DocumentInput, ScoreContext, Scored } from '../../core/stages.ts'
import { Validation } from '../../core/validation.ts'
import { type DocumentType, headlineOf, promisedOf } from '../../schemas/define.ts'
import type { Deps } from '../deps.ts'
import { accept, forPeople } from './accept.ts'

/** Confidence per field, the route with its reasons, and the whole result as one JSON blob. */
export const createScore = ({
  blobs,
  types,
  store,
  appVersion,
  pipelineKey,
}: Pick<Deps, 'blobs' | 'types' | 'appVersion' | 'pipelineKey'> & {
  readonly store: Pick<Deps['store'], 'terms' | 'secondPersonLimits' | 'namedApprover'>
}) =>
  async function score(document: DocumentInput, context: ScoreContext): Promise<Scored> {
    const { inspection, part, parts } = context
    const [validation, reading] = await Promise.all([
      getJson(blobs, document.documentId, context.validation, Validation),
      scoredPages(blobs, document.documentId, context.reading, ownPages(document, context)),
    ])
    const type = types.find(({ name }) => name === validation.type)
    const findings = [...inspection.findings, ...cutFindings(parts), ...pageFindings(reading), ...validation.findings]
    const standing = findings.filter(({ ruleId }) => !validation.overridden.includes(ruleId))
    const promised = type ? promisedOf(type) : []
    const typeConfidence = validation.type === part.type ? part.typeConfidence : 1
    const sureness = judgeValues(
      { fields: validation.fields, findings: standing, reading, typeConfidence },
      promised,
      type?.confidence ?? null,
    )
    const objections = reasonsFor({
      type: type?.name ?? null,
      parts,
      fields: sureness.fields,
      findings: standing,
      missing: type ? missing(type, validation) : [],
      reading,
      duplicate: document.duplicateOf !== null,
      returned: document.returned?.reason ?? null,
    })
    const headline = type ? headlineOf(type, validation.data) : NO_HEADLINE
    const terms = await termsFor(document, context, validation.type, store)
    const limits = await store.secondPersonLimits(document.organisationId)
    const parties = type?.printedParties?.(validation.data)
    const routable = {
      type: validation.type,
      headline,
      ...(validation.matched && { matched: validation.matched }),
      ...(parties && { supplierTaxIds: certainTaxIds(parties.seller) }),
    }
    const named = await store.namedApprover(document.organisationId, document.documentId, routable)
    const twoPeople = [
      ...secondPersonReasons({ findings, headline, hasAmount: (type?.headline.amount.length ?? 0) > 0 }, limits),
      ...(named ? [NAMED_APPROVER] : []),
    ]
    const accepted = accept(
      { document, reading, sureness, promised, objections, gross: headline.amount, key: pipelineKey, llm: validation.llm },
      terms,
    )
    const reasons = [...accepted.reasons, ...twoPeople]
    const acceptance = twoPeople.length === 0 ? accepted.acceptance : { ...accepted.acceptance, basis: null }
    const route = reasons.length === 0 ? 'auto' : 'review'
    const engines = [...new Set(reading.pages.flatMap(({ source, engine }) => (source === 'ocr' && engine !== null ? [engine] : [])))]
    const result: Result = {
      schemaVersion: SCHEMA_VERSION,
      id: document.documentId,
      file: { name: document.fileName, sha256: document.file.sha256, bytes: document.file.bytes, mediaType: inspection.mediaType },
      ...routable,
      typeConfidence,
      route,
      status: route === 'auto' ? 'approved' : 'review',
      reasons,
      data: validation.data,
      fields: forPeople(sureness.fields, terms),
      findings,
      pages: reading.pages.map((page) => ({
        index: page.index,
        width: page.widthPx,
        height: page.heightPx,
        source: page.source,
        engine: page.engine,
        words: page.lines.reduce((count, line) => count + line.words.length, 0),
        error: page.error,
        image: page.image ?? null,
        ...(page.quality && { quality: page.quality }),
        ...(page.straightened && { straightened: page.straightened }),
        ...(page.blank && { blank: page.blank }),
        ...(page.textLayer && { textLayer: page.textLayer }),
      })),
      reading: context.reading,
      ...(context.extraction && { extraction: context.extraction }),
      parts,
      ...(context.reclassifiedFrom !== undefined && { reclassifiedFrom: context.reclassifiedFrom }),
      versions: {
        app: appVersion,
        schema: SCHEMA_VERSION,
        rules: type ? `${type.name}-${type.rulesVersion}` : 'none',
        prompt: validation.llm?.prompt ?? null,
        model: type?.scorerVersion ?? null,
        ocr: engines.length === 0 ? null : engines.join(', '),
      },
      ...(validation.llm !== undefined && { llm: validation.llm }),
      acceptance,
      timings: context.timings,
    }
    return {
      result: await putJson(blobs, document.documentId, result),
      route,
      // What nobody has named cannot become a record.
      blocking: standing.filter(({ severity }) => severity === 'error').length + (type ? 0 : 1),
      ...(twoPeople.length > 0 && {
        twoPeople: {
          dataSha256: sha256(canonicalJson(validation.data)),
          ...(named?.person && { approver: named.person }),
        },
      }),
    }
  }

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const NO_HEADLINE: ShownHeadline = { number: null, date: null, partner: null, amount: null, currency: null }

/** A record that came back and a document that was read as another type have been seen: entering them blindly would prove nothing. */
async function termsFor(
  document: DocumentInput,
  { reclassifiedFrom }: ScoreContext,
  type: string,
  store: Pick<Deps['store'], 'terms'>,
): Promise<Terms> {
  const terms = await store.terms(document.organisationId, type)
  return document.returned || reclassifiedFrom !== undefined ? { ...terms, policy: { ...terms.policy, blind: false } } : terms
}

/** Where the other documents of the file are on their way, their pages are theirs; until then a person sees all. */
function ownPages({ cut }: DocumentInput, { part, parts }: ScoreContext): (page: Page) => boolean {
  const alone = cut !== undefined || (parts.length > 1 && parts.every((each) => each.cut === 'sure'))
  return ({ index }) => !alone || (index >= part.firstPage && index <= part.lastPage)
}

/** Tables and blocks have no say here, and they are half of a long file. */
async function scoredPages(blobs: BlobStore, documentId: string, reading: BlobRef, isOwn: (page: Page) => boolean): Promise<Reading> {
  const pages: Page[] = []
  for await (const page of pagesOf(blobs, documentId, reading)) if (isOwn(page)) pages.push({ ...page, tables: [], blocks: [] })
  return { pages }
}

/** The type knows its minimum; else it is the fields marked as required. Structured evidence only: what nobody can point at is missing. */
function missing(type: DocumentType, { data, fields }: Validation): readonly string[] {
  if (type.missing) return type.missing(data)
  return type.fields.filter(({ path, required }) => required && (fields[path]?.value ?? null) === null).map(({ path }) => path)
}
