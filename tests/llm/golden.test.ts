import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { Golden } from '../../core/llm/golden.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { prepare } from '../../workers/activities/llm/prepare.ts'
import { goldenReply } from './golden-server.ts'
import { createLlmWorld, textPage } from './llm-world.ts'
import { say, startModelServer } from './model-server.ts'
import { provider } from './provider.ts'

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
      // Every model is checked by all of them.
      assert.equal(type.prompt?.golden?.length, names.length)
      for (const name of names) {
        const known = Golden.parse(await json(`golden/${name}`))
        const { page, expected, offered, refused } = known
        const server = await startModelServer((response, asked) => say(response, goldenReply(asked, known)))
        const { read } = await createLlmWorld({ providers: [provider('golden', server.url)] }, [], { type: type.name }).ask(
          textPage(...page),
        )
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
