import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { POLICIES } from '../ui/auth/policies.ts'
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

/** What answers with no page of ours: health, files, machines' documents, and what only leads elsewhere. */
const NO_SCREEN = new Set([
  'GET /livez',
  'GET /readyz',
  'GET /metrics',
  'GET /assets/:name',
  'GET /.well-known/oauth-authorization-server',
  'GET /.well-known/oauth-protected-resource',
  'GET /.well-known/jwks.json',
  'GET /sign-in/with/:provider',
  'GET /sign-in/from/:provider',
  'GET /reference/try/:operation',
  'GET /',
  'GET /questions',
  'GET /calendar/file',
  'GET /documents/next',
  'GET /documents/previous',
  'GET /figures/:figure/csv',
  // The list of deliveries of one webhook needs an address that answers; its parts are those of the list of webhooks.
  'GET /webhooks/:id',
])

/** The route that answers a path: of several the one with the fewest placeholders. */
function routeOf(path: string, routes: readonly string[]): string | undefined {
  const bare = path.split('?')[0] ?? ''
  const fits = routes.filter((route) => new RegExp(`^${route.slice(4).replace(/:\w+/g, '[^/]+')}$`).test(bare))
  return fits.toSorted((a, b) => a.split(':').length - b.split(':').length)[0]
}

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

  it('is among those that are looked at: a new page cannot be forgotten', () => {
    const pages = Object.keys(POLICIES).filter((route) => /^GET \/(?!api\/)/.test(route) && !NO_SCREEN.has(route))
    const seen = new Set(screens.map(({ path }) => routeOf(path, pages)))
    assert.deepEqual(
      pages.filter((route) => !seen.has(route)),
      [],
    )
  })

  it('has a name of its own', () => {
    const names = screens.map(({ name }) => name)
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    )
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
