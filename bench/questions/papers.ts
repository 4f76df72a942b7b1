import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'
import { valueAt } from '../../core/paths.ts'
import { Reading } from '../../core/reading.ts'
import { Result } from '../../core/result.ts'
import { actLayouts } from '../../samples/act/layouts.ts'
import { applicationLayouts } from '../../samples/application/layouts.ts'
import { findChromium, openChromium } from '../../samples/chromium.ts'
import { contractLayouts } from '../../samples/contract/layouts.ts'
import { createSample } from '../../samples/create-sample.ts'
import { layouts } from '../../samples/layouts/index.ts'

/** A paper as it was printed and read. */
export interface Paper {
  readonly name: string
  readonly layout: string
  /** Value of a path as the page prints it. */
  readonly printed: Readonly<Record<string, string>>
  readonly number: string
  /** Names of its two parties without their legal form. */
  readonly parties: readonly [string, string]
  readonly result: Result
  readonly reading: Reading
}

const Kept = z.object({
  name: z.string(),
  layout: z.string(),
  printed: z.record(z.string(), z.string()),
  number: z.string(),
  parties: z.tuple([z.string(), z.string()]),
  result: Result,
  reading: Reading,
})

const OTHERS = ['ru-schet', 'ru-services', 'ru-facture', 'uk-vat', 'us-classic', 'saas']

/** Contracts, acts, applications and invoices of a seed, printed and read; kept in `folder`, which is filled only when it is empty. */
export async function papersOf(folder: string, seed: string): Promise<readonly Paper[]> {
  await mkdir(folder, { recursive: true })
  const isMade = async () => (await readdir(folder)).filter((file) => file.endsWith('.paper.json')).sort()
  if ((await isMade()).length === 0) await make(folder, seed)
  return Promise.all((await isMade()).map(async (file) => Kept.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))))
}

async function make(folder: string, seed: string): Promise<void> {
  const chromium = findChromium()
  if (chromium === null) throw new Error('Chromium is not on this machine: install it or set CHROMIUM_PATH.')
  const browser = await openChromium(chromium)
  const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
  try {
    const chosen = [...contractLayouts, ...actLayouts, ...applicationLayouts, ...layouts.filter(({ name }) => OTHERS.includes(name))]
    for (const layout of chosen) {
      const { pdf, expected } = await createSample(browser, layout, seed)
      const file = join(folder, `${layout.name}.pdf`)
      await writeFile(file, pdf)
      const { result, reading } = await oneShot.run(file, { type: 'auto', useLlm: false })
      const printed = Object.fromEntries(Object.entries(expected.evidence).map(([path, { text }]) => [path, text]))
      const text = (...paths: readonly string[]) =>
        paths.map((path) => valueAt(expected.data, path)).find((value) => typeof value === 'string') as string | undefined
      const paper = {
        ...{ name: layout.name, layout: layout.name, printed, result, reading },
        number: text('number') ?? '',
        parties: [bare(text('parties[0].name', 'seller.name', 'supplier.name')), bare(text('parties[1].name', 'buyer.name'))],
      }
      await writeFile(join(folder, `${layout.name}.paper.json`), JSON.stringify(paper))
    }
  } finally {
    await oneShot.close()
    await browser.close()
  }
}

/** «ООО «Пример»» is asked for as «Пример», "Example Ltd" as "Example". */
function bare(name = ''): string {
  const quoted = /«(.+)»/.exec(name)?.[1]
  return quoted ?? name.replace(/,? (Ltd|Inc\.?|LLC|plc|Corp\.?|Co\.?)$/i, '')
}
