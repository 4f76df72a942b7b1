import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium, openChromium } from './chromium.ts'
import { createSample } from './create-sample.ts'
import { layouts } from './layouts/index.ts'
import { truthOf } from './truth.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: String(layouts.length) },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    layout: { type: 'string' },
    truth: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
if (!values.out || !Number.isInteger(count) || count < 1) {
  process.stderr.write('usage: generate.ts --count N --seed S --out DIR [--layout NAME] [--truth]\n')
  process.exit(2)
}
const chromium = findChromium()
if (chromium === null) {
  process.stderr.write('Chromium is not on this machine: install it or set CHROMIUM_PATH.\n')
  process.exit(1)
}

const chosen = layouts.filter(({ name }) => !values.layout || name === values.layout)
const browser = await openChromium(chromium)
try {
  for (let i = 0; i < count; i++) {
    const layout = chosen[i % chosen.length]!
    const { pdf, expected } = await createSample(browser, layout, `${values.seed}-${i}`)
    const name = `${String(i + 1).padStart(3, '0')}-${layout.name}`
    const dir = join(values.out, name)
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'document.pdf'), pdf)
    await writeFile(join(dir, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
    if (values.truth)
      await writeFile(join(dir, `${name}.truth.json`), `${JSON.stringify(truthOf(name, 'document.pdf', pdf, expected), null, 2)}\n`)
    process.stdout.write(`${dir}\n`)
  }
} finally {
  await browser.close()
}
