import { mkdir, rm, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { findChromium, openBrowser } from './browser.ts'
import { onScreen } from './open-screen.ts'
import { createScreens, THEMES } from './screens.ts'
import { createWorld } from './world.ts'

/**
 * Every screen on one sheet, English beside Russian, light, dark and high contrast below each other: `npm run screens [-- NAME …]` writes docs/screens.
 * Without a name the folder is written anew, so that no picture outlives its screen.
 */
const [WIDTH, HEIGHT] = [640, 400] // pixels of one look, of a window of 1440 × 900
const LANGUAGES = ['en', 'ru'] as const
const wanted = process.argv.slice(2)
const out = new URL('../../docs/screens/', import.meta.url)
const chromium = findChromium()
if (!chromium) throw new Error('Chromium is not on this machine; set DOCKET_CHROMIUM')
const world = await createWorld()
const browser = await openBrowser(chromium)
try {
  if (wanted.length === 0) await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const screens = await createScreens(world)
  for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const looks = []
    for (const [row, theme] of THEMES.entries())
      for (const [column, language] of LANGUAGES.entries()) {
        const shot = await onScreen(browser, world.url, screen, { language, theme }, (page) => page.screenshot())
        looks.push({ input: await sharp(shot).resize(WIDTH, HEIGHT).png().toBuffer(), left: column * WIDTH, top: row * HEIGHT })
      }
    const paper = sharp({ create: { width: LANGUAGES.length * WIDTH, height: THEMES.length * HEIGHT, channels: 3, background: '#fff' } })
    await writeFile(new URL(`${screen.name}.webp`, out), await paper.composite(looks).webp({ quality: 40, effort: 6 }).toBuffer())
  }
  const list = screens.map(({ name }) => `## ${name}\n\n![${name}, English and Russian, light, dark and high contrast](${name}.webp)\n`)
  await writeFile(new URL('README.md', out), `# Every screen\n\nTaken by \`npm run screens\`.\n\n${list.join('\n')}`)
} finally {
  await browser.close()
  await world.close()
}
