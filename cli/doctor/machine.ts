import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSignInProviders } from '../../adapters/auth/index.ts'
import type { Config } from '../../adapters/config.ts'
import { findBrowser } from '../../adapters/find-browser.ts'
import { readIntakeSources } from '../../adapters/intake/index.ts'
import { readLlmSettings } from '../../adapters/llm/index.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type Check, messageOf } from './check.ts'

export function checkNode(): Check {
  return { name: 'Node', state: 'ok', detail: process.versions.node }
}

export async function checkDataFolder({ DOCKET_DATA_DIR: dir }: Pick<Config, 'DOCKET_DATA_DIR'>): Promise<Check> {
  const name = 'Data folder'
  const probe = join(dir, `.doctor-${process.pid}`)
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await writeFile(probe, 'x')
    await rm(probe)
    return { name, state: 'ok', detail: dir }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return { name, state: 'failed', detail: `${dir} cannot be written (${code}). Set DOCKET_DATA_DIR to a folder of your own.` }
  }
}

export async function checkBrowser(environment: Readonly<Record<string, string | undefined>>): Promise<Check> {
  const name = 'Chromium'
  const found = await findBrowser({ configured: environment.CHROMIUM_PATH, path: environment.PATH })
  return found
    ? { name, state: 'ok', detail: found }
    : { name, state: 'missing', detail: 'only needed for tests and for making samples. On Debian: apt-get install chromium' }
}

/** Reads the settings; no provider is called, for a call may cost. */
export function checkLlm({ DOCKET_LLM_CONFIG: file }: Pick<Config, 'DOCKET_LLM_CONFIG'>): Check {
  const name = 'Language models'
  if (file === undefined) return { name, state: 'missing', detail: 'none set up (DOCKET_LLM_CONFIG); documents are read without' }
  try {
    const { providers, residency } = readLlmSettings(file)
    const each = providers.map((p) => {
      const barred = residency && !residency.includes(p.residency) ? `, barred: data may not be worked on in ${p.residency}` : ''
      return `${p.id} (${p.dialect}, ${p.model}, ${p.place}${barred})`
    })
    return { name, state: 'ok', detail: each.join('; ') }
  } catch (error) {
    return { name, state: 'failed', detail: messageOf(error) }
  }
}

/** Reads the settings; no provider is called, for `serve` does not need one to start. */
export function checkSignIn({ DOCKET_OIDC_CONFIG: file }: Pick<Config, 'DOCKET_OIDC_CONFIG'>): Check {
  const name = 'Sign-in'
  if (file === undefined) return { name, state: 'ok', detail: 'by link and password; no provider set up (DOCKET_OIDC_CONFIG)' }
  try {
    const each = readSignInProviders(file).map(({ id, issuer }) => `${id} (${issuer})`)
    return { name, state: 'ok', detail: `by link, password and ${each.join('; ')}` }
  } catch (error) {
    return { name, state: 'failed', detail: messageOf(error) }
  }
}

/** Reads the settings; no mailbox and no bucket is asked. */
export function checkIntake({ DOCKET_INTAKE_CONFIG: file }: Pick<Config, 'DOCKET_INTAKE_CONFIG'>): Check {
  const name = 'Intake'
  if (file === undefined)
    return {
      name,
      state: 'missing',
      detail: 'no folder, mailbox or bucket set up (DOCKET_INTAKE_CONFIG); uploads and the API work without',
    }
  try {
    const sources = readIntakeSources(
      file,
      documentTypes.map((type) => type.name),
    )
    return { name, state: 'ok', detail: sources.map(({ id, kind, organisation }) => `${id} (${kind}, for ${organisation})`).join('; ') }
  } catch (error) {
    return { name, state: 'failed', detail: messageOf(error) }
  }
}
