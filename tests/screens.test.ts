import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { findChromium, openBrowser } from './ui/browser.ts'
import { onScreen } from './ui/open-screen.ts'
import { createScreens, type Screen, THEMES } from './ui/screens.ts'
import { createWorld, type World } from './ui/world.ts'

const chromium = findChromium()
const skip = chromium === null ? 'Chromium is not on this machine: npm test installs it, or set DOCKET_CHROMIUM' : false

/** WCAG 2.2 A and AA, as axe-core can check them by program. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Both languages and all themes; every pair of them only where `DOCKET_ALL_LOOKS=1` asks for it. */
const LOOKS = (['en', 'ru'] as const)
  .flatMap((language) => THEMES.map((theme) => ({ language, theme })))
  .filter((_, at) => process.env.DOCKET_ALL_LOOKS === '1' || at === 0 || at === 4 || at === 5)

describe('every screen', { skip }, () => {
  let world: World
  let browser: Browser
  let screens: readonly Screen[]

  before(async () => {
    world = await createWorld()
    browser = await openBrowser(chromium ?? '')
    screens = await createScreens(world)
  })
  after(async () => {
    await browser?.close()
    await world?.close()
  })

  for (const { language, theme } of LOOKS)
    it(`has no violation that axe can find: ${language}, ${theme.name}`, async () => {
      const found: string[] = []
      for (const screen of screens)
        for (const fault of await onScreen(browser, world.url, screen, { language, theme }, violations))
          found.push(`${screen.name}: ${fault}`)
      assert.deepEqual(found, [])
    })

  it('fits 320 pixels without sideways scrolling', async () => {
    const wide: string[] = []
    for (const screen of screens)
      for (const language of ['en', 'ru'] as const) {
        const over = await onScreen(browser, world.url, screen, { language, theme: THEMES[0], width: 320 }, (page) =>
          page.evaluate(() => document.documentElement.scrollWidth - 320),
        )
        if (over > 0) wide.push(`${screen.name}, ${language}: ${over} px`)
      }
    assert.deepEqual(wide, [])
  })
})

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (tags) => {
    const { violations: all } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags })
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary?.slice(0, 200)}`),
    )
  }, RULES)
}
