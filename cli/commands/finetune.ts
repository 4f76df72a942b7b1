import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { surrogateDigest } from '../../adapters/llm/index.ts'
import { createLog } from '../../adapters/log.ts'
import { exampleOf } from '../../core/llm/example.ts'
import { maskLines } from '../../core/llm/surrogates/index.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { exampleTurns } from '../../workers/activities/llm/example-turns.ts'
import { type Prepared, prepare } from '../../workers/activities/llm/prepare.ts'
import { type ApprovedDocument, approvedByPeople } from '../approved-by-people.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage } from '../serve/open-storage.ts'

export const finetuneCommand: Command = {
  name: 'finetune',
  usage: '--out FILE.jsonl [--type NAME] [--plain]',
  summary:
    'Writes what people have approved as a fine-tuning set: one chat a line, as Docket would ask and as the model should answer. Personal data is replaced as for outside providers; --plain leaves it as printed.',
  async run(args) {
    const { out, type, plain } = parse(args)
    const prepared = prepare(type, type.prompt)
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      const file = await open(out, 'w', 0o600)
      let [written, unfit] = [0, 0]
      try {
        for (const { id } of await storage.accounts.organisations())
          for await (const document of approvedByPeople(storage, id, [type])) {
            const line = chatOf(document, prepared, plain ? null : surrogateDigest(storage.masterKey, id))
            if (line === null) unfit++
            else {
              await file.write(`${line}\n`)
              written++
            }
          }
      } finally {
        await file.close()
      }
      process.stdout.write(`${written} documents written to ${out}; ${unfit} left out, whose approved values do not stand on their pages\n`)
      return EXIT.done
    } finally {
      await storage.close()
    }
  },
}

/** One line of the chat format that OpenAI, Mistral, vLLM and others train from; null where the document is no example. */
export function chatOf(
  { result, reading }: Pick<ApprovedDocument, 'result' | 'reading'>,
  prepared: Prepared,
  digest: ReturnType<typeof surrogateDigest> | null,
): string | null {
  const part = result.parts.find(({ type }) => type === result.type)
  if (!part) return null
  const range = { first: part.firstPage, last: part.lastPage }
  const example = exampleOf({ reading, range, fields: result.fields, kinds: prepared.kinds })
  if (!example) return null
  const turns = exampleTurns(example, prepared, digest ? maskLines(example.rows, digest).said : ({ text }) => text)
  if (!turns) return null
  const messages = [{ role: 'system', content: prepared.system }, ...turns.map(({ role, text }) => ({ role, content: text }))]
  return JSON.stringify({ messages })
}

function parse(args: readonly string[]) {
  const options = { out: { type: 'string' }, type: { type: 'string' }, plain: { type: 'boolean' } } as const
  let values: { out?: string; type?: string; plain?: boolean }
  try {
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  if (values.out === undefined) throw new UsageError('wants a file, as in: docket finetune --out approved.jsonl')
  const asked = documentTypes.flatMap(({ prompt, ...type }) => (prompt ? [{ ...type, prompt }] : []))
  const type = asked.find(({ name }) => name === (values.type ?? asked[0]?.name))
  if (!type) throw new UsageError(`no language model is asked about "${values.type}"; known: ${asked.map(({ name }) => name).join(', ')}`)
  return { out: values.out, type, plain: values.plain ?? false }
}
