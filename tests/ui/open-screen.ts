import type { Browser, Page } from 'playwright-core'
import { LOCALES, type Screen, type THEMES } from './screens.ts'

interface Look {
  readonly language: keyof typeof LOCALES
  readonly theme: (typeof THEMES)[number]
  readonly width?: number
}

/** Opens a screen in a browser of its own as its person sees it; `look` at the page and everything is closed again. */
export async function onScreen<T>(
  browser: Browser,
  url: string,
  screen: Screen,
  { language, theme, width = 1440 }: Look,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const { colorScheme, contrast } = theme
  const context = await browser.newContext({
    locale: LOCALES[language],
    colorScheme,
    contrast,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  })
  context.setDefaultTimeout(120_000)
  try {
    const [name = '', value = ''] = screen.who?.cookie.split('=') ?? []
    if (screen.who) await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    await page.goto(`${url}${screen.path}`)
    await page.locator('h1').first().waitFor()
    await screen.prepare?.(page)
    return await look(page)
  } finally {
    await context.close()
  }
}
