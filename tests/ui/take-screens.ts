import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { findChromium, openBrowser } from './browser.ts'
import { onScreen } from './open-screen.ts'
import { createScreens, THEMES } from './screens.ts'
import { createWorld } from './world.ts'

/** Pictures of every screen in both languages and all themes into docs/screens: `npm run screens [-- NAME …]`. */
const wanted = process.argv.slice(2)
const out = new URL('../../docs/screens/', import.meta.url)
const chromium = findChromium()
if (!chromium) throw new Error('Chromium is not on this machine; set DOCKET_CHROMIUM')
const world = await createWorld()
const browser = await openBrowser(chromium)
try {
  await mkdir(out, { recursive: true })
  const screens = (await createScreens(world)).filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  for (const screen of screens)
    for (const language of ['en', 'ru'] as const)
      for (const theme of THEMES) {
        const shot = await onScreen(browser, world.url, screen, { language, theme }, (page) => page.screenshot())
        // 64 colours are enough for screens, and keep the repository small.
        const small = await sharp(shot).png({ palette: true, colours: 64, effort: 7 }).toBuffer()
        await writeFile(new URL(`${screen.name}-${language}-${theme.name}.png`, out), small)
      }
} finally {
  await browser.close()
  await world.close()
}
