import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { bundlePdf } from './bundle-pdf.ts'
import { fillActions } from './fill-actions.ts'
import { fillFigures } from './fill-figures.ts'
import { fillIntake } from './fill-intake.ts'
import { fillLists, tableSent } from './fill-lists.ts'
import { fillRouting } from './fill-routing.ts'
import { invoicePdf } from './invoice-pdf.ts'
import type { SignedIn, World } from './world.ts'

export interface Screen {
  readonly name: string
  readonly path: string
  /** Null = nobody is signed in. */
  readonly who: SignedIn | null
  /** Brings the page into the state that is meant. */
  readonly prepare?: (page: Page) => Promise<void>
}

const sample = (path: string) => readFile(new URL(`../../samples/invoice/${path}`, import.meta.url))

/** Every screen of the product with something on it, for the checks of accessibility and the pictures in docs. */
export async function createScreens(world: World): Promise<readonly Screen[]> {
  const who = await world.person('Anna Petrova', 'admin')
  const idle = await world.person('Boris Ivanov', 'admin')
  const busy = await world.person('Vera Sidorova', 'admin')
  await fillFigures(world, busy)
  await fillLists(world, busy)
  const send = async (name: string, bytes: Uint8Array, from = who): Promise<string> => {
    const answer = await world.ask(from, '/api/v1/documents', {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'X-File-Name': name },
    })
    return ((await answer.json()) as { id: string }).id
  }
  const doubtful = invoicePdf({ number: 'NW-77', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '125.00' })
  const printed = { date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }
  const bundle = await send('bundle.pdf', await bundlePdf({ ...printed, number: 'B-1' }, { ...printed, number: 'B-2' }))
  const [clean, russian, open, data, broken, rejected, paid] = [
    await send('freight.pdf', await sample('us-classic-freight/document.pdf')),
    await send('schet.pdf', await sample('ru-schet/document.pdf')),
    await send('northwind.pdf', doubtful),
    await send('e-invoice.pdf', await sample('e-invoice-hybrid/document.pdf')),
    await send('broken.pdf', new TextEncoder().encode('%PDF-1.7\nnothing of a document follows')),
    await send('credit.pdf', await sample('uk-credit-note/document.pdf')),
    await send('bill.pdf', Buffer.concat([await sample('ru-schet/document.pdf'), Buffer.from('\n% Another file\n')])),
  ]
  await world.work()
  const decide = async (id: string, decision: object) => {
    const version = (await world.documents.get(who.organisationId, id))?.version
    await world.ask(who, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: JSON.stringify(decision),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
  }
  await decide(rejected ?? '', { action: 'reject', reason: 'not_our_company', note: 'Sent to the wrong address' })
  if ((await world.documents.get(who.organisationId, data ?? ''))?.status === 'review') await decide(data ?? '', { action: 'approve' })
  const careful = await world.person('Galina Orlova', 'admin')
  await world.ask(careful, '/acceptance/invoice/policy', {
    method: 'POST',
    body: new URLSearchParams({
      mode: 'certified',
      blind: 'yes',
      alpha: '1',
      delta: '5',
      auditShare: '5',
      leastConfidence: '90',
      mostGross: '',
    }),
  })
  const hidden = await send('blind.pdf', doubtful, careful)
  await world.work()
  await decide(paid ?? '', { action: 'approve', fields: { number: '21/02-9' } })
  await fillActions(world, who, open ?? '', paid ?? '')
  await world.index()
  const desk = (id: string | undefined) => `/documents/${id}`
  const scripted = (page: Page) => page.locator('.scripted [data-review]').waitFor()
  return [
    { name: 'sign-in', path: '/sign-in', who: null },
    { name: 'documents', path: '/documents', who },
    { name: 'documents-empty', path: '/documents', who: idle },
    { name: 'access', path: '/access', who },
    { name: 'access-guesses', path: '/access?of=guesses', who },
    { name: 'reference', path: '/reference', who },
    { name: 'desk-blind', path: desk(hidden), who: careful },
    { name: 'set-up', path: '/calendar', who, prepare: (page) => page.locator('.menu summary').click() },
    { name: 'export-settings', path: '/export-settings', who },
    { name: 'golden', path: '/acceptance/golden', who },
    { name: 'models-said', path: `/documents/${clean}/language-models`, who },
    ...['suppliers', 'own-companies', 'orders'].flatMap((list) => [
      { name: `${list}-empty`, path: `/${list}`, who },
      { name: `${list}-entry`, path: `/${list}/entry`, who },
      { name: `${list}-import`, path: `/${list}/import`, who },
    ]),
    { name: 'upload', path: '/upload', who },
    {
      name: 'calendar-reminder',
      path: '/calendar',
      who,
      prepare: (page) => page.locator('details.reminder summary').first().click(),
    },
    { name: 'erasure', path: `${desk(data)}/erasure`, who },
    { name: 'letter', path: `${desk(open)}/letter`, who },
    { name: 'letters', path: '/letters', who },
    { name: 'payment', path: `${desk(paid)}/payment`, who },
    { name: 'payment-refused', path: `${desk(open)}/payment`, who },
    { name: 'payments', path: '/payments', who },
    { name: 'file-pages', path: `${desk(bundle)}/pages`, who },
    {
      name: 'desk-type',
      path: desk(open),
      who,
      prepare: async (page) => {
        await scripted(page)
        await page.keyboard.press('Alt+KeyT')
        await page.locator('[data-reclassify][open]').waitFor()
      },
    },
    { name: 'desk-clean', path: desk(clean), who, prepare: scripted },
    { name: 'desk-attention', path: desk(open), who, prepare: scripted },
    {
      name: 'desk-field',
      path: desk(russian),
      who,
      prepare: async (page) => {
        await scripted(page)
        await page.locator('[name="field:totals.gross"]').focus()
        await page.locator('canvas.crop').waitFor()
      },
    },
    {
      name: 'desk-lines',
      path: desk(clean),
      who,
      prepare: async (page) => {
        await scripted(page)
        await page.locator('[name="field:lines[3].net"]').focus()
        await page.locator('canvas.crop').waitFor()
      },
    },
    {
      name: 'desk-keys',
      path: desk(clean),
      who,
      prepare: async (page) => {
        await scripted(page)
        await page.keyboard.press('F1')
        await page.locator('dialog[open]').waitFor()
      },
    },
    {
      name: 'desk-reject',
      path: desk(open),
      who,
      prepare: async (page) => {
        await scripted(page)
        await page.keyboard.press('F8')
      },
    },
    { name: 'document-approved', path: desk(data), who },
    { name: 'document-rejected', path: desk(rejected), who },
    { name: 'document-unreadable', path: desk(broken), who },
    { name: 'queue-done', path: '/documents/done', who: idle },
    { name: 'acceptance', path: '/acceptance', who },
    { name: 'figures', path: '/figures?days=30', who: busy },
    { name: 'figures-empty', path: '/figures?from=2026-02-01&to=2026-01-01', who: idle },
    { name: 'figure-documents', path: '/figures/outcomes/documents?part=person&days=90', who: busy },
    { name: 'return', path: '/figures/return?days=90', who: busy },
    { name: 'intake', path: '/intake', who: await fillIntake(world) },
    { name: 'queues', path: '/queues', who },
    { name: 'routing', path: '/routing', who, prepare: (page) => page.locator('#forecast summary').click() },
    { name: 'routing-rule', path: `/routing/rule?id=${await fillRouting(world, who)}`, who },
    { name: 'documents-waiting', path: '/documents?status=review&reason=not_calibrated', who },
    { name: 'bulk', path: '/documents/bulk', who },
    { name: 'suppliers', path: '/suppliers', who: busy },
    { name: 'supplier', path: '/suppliers/entry?code=00017', who: busy },
    { name: 'supplier-new', path: '/suppliers/entry', who: busy },
    { name: 'supplier-import', path: await tableSent(world, busy), who: busy },
    { name: 'orders', path: '/orders', who: busy },
    { name: 'order', path: '/orders/entry?number=PO-2026%2F17', who: busy },
    { name: 'search', path: '/search?text=invoice&type=invoice', who },
    { name: 'search-nothing', path: '/search?text=helicopter', who },
    {
      name: 'question',
      path: '/search?text=total+northwind',
      who,
      prepare: async (page) => {
        await page.locator('[formaction="/questions"]').click()
        await page.waitForURL('**/questions')
      },
    },
    { name: 'questions-unanswered', path: '/questions/unanswered', who },
    { name: 'calendar', path: '/calendar', who },
    { name: 'people', path: '/people', who },
    { name: 'clients', path: '/clients', who },
    { name: 'webhooks', path: '/webhooks', who },
    { name: 'language-models', path: '/language-models', who },
    { name: 'account', path: '/account', who },
    { name: 'keys', path: '/account/keys', who },
    { name: 'notices', path: '/account/notices', who },
    { name: 'problem', path: '/documents/nothing', who },
  ]
}

export const THEMES = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'contrast', colorScheme: 'light', contrast: 'more' },
] as const

export const LOCALES = { en: 'en-GB', ru: 'ru-RU' } as const
