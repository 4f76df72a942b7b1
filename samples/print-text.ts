/**
 * node samples/print-text.ts DIR
 * Prints every NAME.txt of a folder as NAME.pdf in a face of fixed width, a form feed begins a page: the quickest way from a text to a document that
 * `docket evaluate DIR` can judge.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findChromium, openChromium } from './chromium.ts'
import { printPages } from './print.ts'

const [dir] = process.argv.slice(2)
const chromium = findChromium()
if (dir === undefined || chromium === null) {
  process.stderr.write(dir === undefined ? 'usage: print-text.ts DIR\n' : 'no Chromium on this machine: set CHROMIUM_PATH\n')
  process.exit(2)
}
const CSS = "pre { margin: 0; padding: 14mm 12mm; font: 9pt/1.35 'Liberation Mono', 'DejaVu Sans Mono', monospace }"
const browser = await openChromium(chromium)
try {
  for (const name of (await readdir(dir)).filter((one) => one.endsWith('.txt')).sort()) {
    const pages = (await readFile(join(dir, name), 'utf8'))
      .split('\f')
      .map((text) => `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`)
    const { pdf } = await printPages(browser, { name, language: 'en' }, CSS, pages)
    await writeFile(join(dir, name.replace(/\.txt$/, '.pdf')), pdf)
    process.stdout.write(`${name.replace(/\.txt$/, '.pdf')}\n`)
  }
} finally {
  await browser.close()
}
