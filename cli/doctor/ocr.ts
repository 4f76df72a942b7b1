import { readFile } from 'node:fs/promises'
import type { Config } from '../../adapters/config.ts'
import { createOcrEngine, gatherLanguages, tryProvider } from '../../adapters/ocr/index.ts'
import { ocrOptions } from '../ocr-options.ts'
import { type Check, messageOf } from './check.ts'
import { ocrModels } from './models.ts'

/** A line in Latin and one in Cyrillic letters, as drawn in probe.png. */
const PROBE = new URL('./probe.png', import.meta.url)
const LATIN = 'Docket 1234.50'
const CYRILLIC = 'Счёт на оплату от 21 ноября'

function linesFor({ DOCKET_OCR_LANGUAGES: languages }: Config): Readonly<Record<string, string>> {
  return { Latin: LATIN, ...(languages.split('+').includes('rus') && { Cyrillic: CYRILLIC }) }
}

export async function checkLanguages(config: Config): Promise<Check> {
  const name = 'OCR languages'
  const wanted = config.DOCKET_OCR_LANGUAGES.split('+')
  const places = { cacheDir: config.DOCKET_CACHE_DIR, configuredDir: config.DOCKET_TESSDATA_DIR }
  const { languages: present, missing } = await gatherLanguages(wanted, places)
  if (present.length === 0) return { name, state: 'failed', detail: `none of ${wanted.join(', ')} found. ${remedy(['eng', 'rus'])}` }
  if (missing.length === 0) return { name, state: 'ok', detail: present.join(', ') }
  const own = `or put ${missing[0]}.traineddata into a folder named by DOCKET_TESSDATA_DIR`
  return { name, state: 'missing', detail: `${missing.join(', ')} (have ${present.join(', ')}). ${remedy(missing)}, ${own}` }
}

function remedy(languages: readonly string[]): string {
  return `On Debian: apt-get install ${languages.map((language) => `tesseract-ocr-${language.replaceAll('_', '-')}`).join(' ')}`
}

/** Loads the engine as the configuration has it and reads the probe with it. */
export async function checkEngine(config: Config): Promise<Check> {
  const name = 'OCR engine'
  const passedOver: string[] = []
  try {
    const engine = await createOcrEngine({
      ...ocrOptions({ ...config, DOCKET_OCR_WORKERS: 1 }),
      onFallback: (wanted, reason) => passedOver.push(`${wanted}: ${reason}`),
    })
    try {
      const { words } = await engine.recognise(await readFile(PROBE))
      const text = words.map((word) => word.text).join(' ')
      const unread = Object.entries(linesFor(config)).filter(([, line]) => !text.includes(line))
      const without = passedOver.length > 0 ? `; passed over ${passedOver.join('; ')}` : ''
      if (unread.length === 0)
        return {
          name,
          state: 'ok',
          detail: `reads print in ${Object.keys(linesFor(config)).join(' and ')} letters with ${engine.name}${without}`,
        }
      const scripts = unread.map(([script]) => script).join(' or ')
      return { name, state: 'missing', detail: `${engine.name} does not read a plain line in ${scripts} letters${without}` }
    } finally {
      await engine.close()
    }
  } catch (error) {
    return { name, state: 'failed', detail: `${messageOf(error)}${passedOver.length > 0 ? ` (${passedOver.join('; ')})` : ''}` }
  }
}

/** Asks for the GPU with the real detector, whatever the configuration prefers: loaded, or the reason in the provider's own words. */
export async function checkGpu(config: Config): Promise<Check> {
  const name = 'GPU (CUDA)'
  const models = await ocrModels(config)
  if (!models) return { name, state: 'missing', detail: 'no model to try it with' }
  const refusal = await tryProvider('cuda', models.det.path)
  const used = config.DOCKET_OCR_PROVIDERS.includes('cuda')
  if (refusal !== null) return { name, state: 'missing', detail: `${refusal}; OCR runs on the CPU` }
  return { name, state: 'ok', detail: used ? 'loaded' : 'loads, but DOCKET_OCR_PROVIDERS leaves it out' }
}
