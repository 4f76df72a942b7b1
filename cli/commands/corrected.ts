import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { getJson } from '../../adapters/blobs/json-blob.ts'
import { getReading } from '../../adapters/blobs/reading-blob.ts'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { Result } from '../../core/result.ts'
import { type DocumentType, headlineOf } from '../../schemas/define.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage, type Storage } from '../serve/open-storage.ts'

const PAGE = 200
/** Who approves what no person has looked at: it would teach only what the machine believes already. */
const MACHINE = 'system'

export const correctedCommand: Command = {
  name: 'corrected',
  usage: '--out DIR [--type NAME]',
  summary:
    'Writes what people have approved (the words of the pages and the approved values, one JSON file a document) as training data for training/retrain.ts. The files hold the documents’ text in the clear: keep them where the documents are.',
  async run(args) {
    const { out, types } = parse(args)
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      await mkdir(out, { recursive: true, mode: 0o700 })
      let written = 0
      for (const { id } of await storage.accounts.organisations())
        for await (const document of approvedByPeople(storage, id, types)) {
          await writeFile(join(out, `${document.truth.id}.json`), JSON.stringify(document), { mode: 0o600 })
          written++
        }
      process.stdout.write(`${written} documents written to ${out}\n`)
      return EXIT.done
    } finally {
      await storage.close()
    }
  },
}

/** Without `--type`: every type that has a scorer to retrain. */
function parse(args: readonly string[]): { readonly out: string; readonly types: readonly DocumentType[] } {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' }, type: { type: 'string' } } })
  if (values.out === undefined) throw new UsageError('wants a folder, as in: docket corrected --out corrected')
  const types = documentTypes.filter(({ name, scorePages }) =>
    values.type === undefined ? scorePages !== undefined : name === values.type,
  )
  if (types.length === 0)
    throw new UsageError(`there is no document type "${values.type}"; known: ${documentTypes.map(({ name }) => name).join(', ')}`)
  return { out: values.out, types }
}

/** The latest approved values of every document that a person approved, with the words they were read from. */
async function* approvedByPeople({ records, documents, blobs }: Storage, organisationId: string, types: readonly DocumentType[]) {
  let cursor: string | null = null
  for (;;) {
    const page = await records.after(organisationId, cursor, PAGE)
    for (const record of page.records) {
      const type = types.find(({ name }) => name === record.type)
      if (!type || record.approvedBy === MACHINE) continue
      const row = await documents.get(organisationId, record.documentId)
      const result = row?.result ? await getJson(blobs, row.id, row.result, Result) : null
      // Structured data was not read off a page, and a page without its words teaches nothing.
      if (!row || !result?.reading || Object.values(result.fields).some(({ source }) => source === 'xml')) continue
      yield {
        truth: { id: row.id, kind: 'reviewed', file: row.fileName, document_class: type.name, fields: {} },
        expected: { layout: supplierOf(type, record.data, row.id), data: record.data, reviewed: true },
        reading: await getReading(blobs, row.id, result.reading),
      }
    }
    if (page.records.length < PAGE) return
    cursor = page.next
  }
}

/** All documents of a supplier are left out together when a figure is measured. */
function supplierOf(type: DocumentType, data: Readonly<Record<string, unknown>>, documentId: string): string {
  const parsed = type.schema.safeParse(data)
  const keys = parsed.success ? type.historyKeys(parsed.data) : []
  return keys.find(({ kind }) => kind === 'seller')?.key ?? headlineOf(type, data).partner ?? documentId
}
