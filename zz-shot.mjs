import { chromium } from 'playwright-core'
const [,, token, base='http://127.0.0.1:3000'] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const c = await b.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU' }); const p = await c.newPage()
p.setDefaultTimeout(90000)
await p.goto(`${base}/sign-in?${token}`); await p.screenshot({ path: '/tmp/s-list.png' })
await p.getByRole('button',{name:/Sign in|Войти/}).last().click(); await p.waitForURL('**/documents')
await p.waitForTimeout(2500); await p.screenshot({ path: '/tmp/s-list.png' })
const links = await p.$$eval('a[href^="/documents/"]', (as) => as.map((a) => [a.getAttribute('href'), a.textContent]))
const doc = links[3]
if (doc) { await p.goto(base + doc[0]); await p.waitForTimeout(5000); await p.screenshot({ path: '/tmp/s-doc.png' }) }
await c.storageState({ path: '/tmp/state3.json' })
await b.close()
