import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { documentTypes } from '../../schemas/registry.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { namesOf } from '../kit/names.ts'
import { registered } from '../kit/register.ts'
import { sampleFiles, typeFiles } from '../kit/type-files.ts'

const CAPTION = /^[\p{L}\d][\p{L}\d ()-]{1,60}$/u

export const typeCommand: Command = {
  name: 'type',
  usage: 'new NAME --en CAPTION --ru CAPTION [--root DIR]',
  summary:
    'Makes the folder of a new document type (schema, fields, captions, signs, rules, prompt, exports, tests), a sample with its truth, and its line in the registry. docs/new-type.md walks through it.',
  async run(args) {
    const { name, en, ru, root } = parse(args)
    const names = namesOf(name, en, ru)
    const files = [
      ...Object.entries(typeFiles(names)).map(([path, text]) => [join('schemas', name, path), text] as const),
      ...Object.entries(sampleFiles(names)).map(([path, text]) => [join('samples', name, path), text] as const),
    ]
    for (const [path] of files) if (existsSync(join(root, path))) throw new UsageError(`${path} is there already`)
    const registry = join(root, 'schemas', 'registry.ts')
    const text = await readFile(registry, 'utf8').catch(() => {
      throw new UsageError('there is no schemas/registry.ts here: run it in the root of the repository, or name that with --root')
    })
    const next = registered(text, names)
    for (const [path, content] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content, { flag: 'wx' })
    }
    await writeFile(registry, next)
    process.stdout.write(`${files.map(([path]) => path).join('\n')}\nschemas/registry.ts has its line. Next: docs/new-type.md\n`)
    return EXIT.done
  },
}

function parse(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { en: { type: 'string' }, ru: { type: 'string' }, root: { type: 'string', default: process.cwd() } },
  })
  const [verb, name] = positionals
  if (verb !== 'new' || name === undefined || positionals.length !== 2)
    throw new UsageError('wants: docket type new NAME --en CAPTION --ru CAPTION')
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) throw new UsageError('NAME is lower case letters with hyphens, as in payment-order')
  if (documentTypes.some((type) => type.name === name)) throw new UsageError(`there is a document type ${name} already`)
  const { en, ru, root } = values
  for (const caption of [en, ru])
    if (caption === undefined || !CAPTION.test(caption))
      throw new UsageError('--en and --ru say what people call it, in letters: --en "Payment order" --ru "Платёжное поручение"')
  return { name, en: en!, ru: ru!, root }
}
