import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import type { SignedIn, World } from './world.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()]

/** The Chromium of this machine, null where there is none. */
export function findChromium(): string | null {
  return [process.env.DOCKET_CHROMIUM, ...PLACES].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

export function openBrowser(executablePath: string): Promise<Browser> {
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}

/** A window in which that person is signed in: English and the size of a desk, unless `options` say otherwise. */
export async function signedInContext(
  browser: Browser,
  world: World,
  { cookie }: SignedIn,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options })
  context.setDefaultTimeout(120_000)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: world.url }])
  return context
}
