import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { documentTypes } from '../../schemas/registry.ts'
import { prepare } from '../../workers/activities/llm/prepare.ts'
import { createLlmWorld, textPage } from './llm-world.ts'
import { answerFor, say, startModelServer, wordsAsked } from './model-server.ts'
import { provider } from './provider.ts'

/** `reply`: path → the value a model wrote and the printed words it pointed at. */
const Golden = z.object({
  page: z.array(z.string()),
  reply: z.record(z.string(), z.tuple([z.string(), z.string()])),
  expected: z.record(z.string(), z.string()),
  offered: z.record(z.string(), z.string()),
  refused: z.array(z.string()),
})
const Versions = z.object({ prompt: z.string(), schema: z.string() })

for (const type of documentTypes.filter(({ prompt }) => prompt)) {
  const folder = new URL(`../../schemas/${type.name}/prompt/`, import.meta.url)
  const json = async (name: string) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))

  describe(`the prompt of ${type.name}`, () => {
    it('has the version that was last reviewed; a change is written into versions.json on purpose', async () => {
      const { promptVersion, schemaVersion } = prepare(type, type.prompt!)
      assert.deepEqual({ prompt: promptVersion, schema: schemaVersion }, Versions.parse(await json('versions.json')))
    })

    it('makes of every golden reply what is written beside it', async () => {
      const names = (await readdir(new URL('golden/', folder))).filter((name) => name.endsWith('.json'))
      assert.ok(names.length > 0)
      for (const name of names) {
        const { page, reply, expected, offered, refused } = Golden.parse(await json(`golden/${name}`))
        const server = await startModelServer((response, asked) => {
          const words = wordsAsked(asked)
          const answers = Object.entries(reply).map(([path, [value, printed]]) => [
            path,
            { value, words: idsOf(words, printed.split(' ')) },
          ])
          say(response, answerFor(asked, Object.fromEntries(answers)))
        })
        const { read } = await createLlmWorld({ providers: [provider('golden', server.url)] }).ask(textPage(...page))
        await server.close()
        const taken = (proposal: boolean) =>
          Object.fromEntries(
            (read?.candidates ?? []).filter((one) => (one.proposal ?? false) === proposal).map(({ path, value }) => [path, value]),
          )
        assert.deepEqual(taken(false), expected, name)
        assert.deepEqual(taken(true), offered, name)
        assert.deepEqual(
          read?.findings.flatMap(({ fields }) => fields),
          refused,
          name,
        )
      }
    })
  })
}

/** Numbers of the words as they stand in a row; a number that no word has where they do not. */
function idsOf(words: ReturnType<typeof wordsAsked>, printed: readonly string[]): readonly number[] {
  const at = words.findIndex((_, i) => printed.every((text, n) => words[i + n]?.text === text))
  return at < 0 ? [99_999] : words.slice(at, at + printed.length).map(({ id }) => id)
}
