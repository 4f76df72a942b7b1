import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { type DocumentType, headlineOf } from '../../schemas/define.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type ApprovedDocument, approvedByPeople } from '../approved-by-people.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage } from '../serve/open-storage.ts'

export const correctedCommand: Command = {
  name: 'corrected',
  usage: '--out DIR [--type NAME | --retyped]',
  summary:
    'Writes what people have approved (the words of the pages and the approved values, one JSON file a document) as training data for training/retrain.ts; with --retyped those whose type a person had to name, for training/classifier/train.ts. The files hold the documents’ text in the clear: keep them where the documents are.',
  async run(args) {
    const { out, types, retyped } = parse(args)
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      await mkdir(out, { recursive: true, mode: 0o700 })
      let written = 0
      for (const { id } of await storage.accounts.organisations()) {
        const corrected = await storage.golden.corrected(id)
        for await (const document of approvedByPeople(storage, id, types)) {
          if (retyped && document.result.reclassifiedFrom === undefined) continue
          const file = trainingFile(document, corrected.get(document.id) ?? [])
          await writeFile(join(out, `${document.id}.json`), JSON.stringify(file), { mode: 0o600 })
          written++
        }
      }
      process.stdout.write(`${written} documents written to ${out}\n`)
      return EXIT.done
    } finally {
      await storage.close()
    }
  },
}

interface Asked {
  readonly out: string
  readonly types: readonly DocumentType[]
  /** Only documents that a person has said the type of. */
  readonly retyped: boolean
}

/** Without `--type`: every type that has a scorer to retrain, and with `--retyped` every type. */
function parse(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, type: { type: 'string' }, retyped: { type: 'boolean', default: false } },
  })
  if (values.out === undefined) throw new UsageError('wants a folder, as in: docket corrected --out corrected')
  const types = documentTypes.filter(({ name, scorePages }) =>
    values.type === undefined ? values.retyped || scorePages !== undefined : name === values.type,
  )
  if (types.length === 0)
    throw new UsageError(`there is no document type "${values.type}"; known: ${documentTypes.map(({ name }) => name).join(', ')}`)
  return { out: values.out, types, retyped: values.retyped }
}

/** `corrected`: what a person had to change, the part of the golden set that every model is judged by. */
function trainingFile({ type, id, fileName, data, reading, result }: ApprovedDocument, corrected: readonly string[]) {
  return {
    truth: { id, kind: 'reviewed', file: fileName, document_class: type.name, taken_for: result.reclassifiedFrom, fields: {} },
    expected: { layout: supplierOf(type, data, id), data, reviewed: true, corrected },
    reading,
  }
}

/** All documents of a supplier are left out together when a figure is measured. */
function supplierOf(type: DocumentType, data: Readonly<Record<string, unknown>>, documentId: string): string {
  const parsed = type.schema.safeParse(data)
  const keys = parsed.success ? type.historyKeys(parsed.data) : []
  return keys.find(({ kind }) => kind === 'seller')?.key ?? headlineOf(type, data).partner ?? documentId
}
