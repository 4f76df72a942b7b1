import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import type { Check } from '../doctor/check.ts'
import { checkBrowser, checkDataFolder, checkIntake, checkLlm, checkNode, checkSignIn } from '../doctor/machine.ts'
import { checkModelFiles, checkOcrModels } from '../doctor/models.ts'
import { checkEngine, checkGpu, checkLanguages } from '../doctor/ocr.ts'
import { checkPostgres, checkTemporal } from '../doctor/servers.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--json]',
  summary: 'What works on this machine, what does not, and what to do about it. Exit 1 when Docket cannot serve.',
  async run(args) {
    const json = wantsJson(args)
    const config = parseConfig(process.env)
    const checks = await Promise.all<Check>([
      checkNode(),
      checkDataFolder(config),
      checkPostgres(config),
      checkTemporal(config, process.env.PATH),
      checkOcrModels(config),
      checkModelFiles(config),
      // One after the other: the engine gathers the languages' data as well.
      checkLanguages(config),
      checkLanguages(config).then(() => checkEngine(config)),
      checkGpu(config),
      checkBrowser(process.env),
      checkLlm(config),
      checkSignIn(config),
      checkIntake(config),
    ])
    if (json) process.stdout.write(`${JSON.stringify(checks, null, 2)}\n`)
    else for (const check of checks) process.stdout.write(`${MARK[check.state]}  ${check.name.padEnd(16)} ${check.detail}\n`)
    return checks.some(({ state }) => state === 'failed') ? EXIT.internal : EXIT.done
  },
}

const MARK = { ok: 'ok     ', missing: 'missing', failed: 'FAILED ' } as const

function wantsJson(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }).values.json
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
