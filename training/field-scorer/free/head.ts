import type { Caption } from '../../../schemas/shared/trade/labels/caption.ts'
import type { Press } from './document.ts'
import { SHEET, widthOf } from './sheet.ts'

interface Fact {
  readonly kind: Caption
  readonly text: string
  readonly path: string | null
  readonly value: string | null
}

/** Title, numbers and dates: in the title, as a list, as a grid with captions above, or in running text. Returns the y below them. */
export function printHead(press: Press, top: number): number {
  const { random, invoice, wording, sheet, margin } = press
  const title = wording.caption('title').replace(/:$/, '')
  const inTitle = random.chance(0.35)
  const dated = inTitle && random.chance(0.5)
  const join = { de: ' vom ', en: ' dated ', fr: ' du ', ru: ' от ' }[press.language]
  const sign = random.pick(
    { de: ['Nr. ', 'Nr. ', ''], en: ['No. ', '# ', ''], fr: ['n° ', 'N° ', ''], ru: ['№ ', '№ ', '№ '] }[press.language],
  )
  const text = inTitle ? `${title} ${sign}${invoice.number}${dated ? join + press.date(invoice.issueDate) : ''}` : title
  const size = Math.min(random.int(press.size + 2, 24), inTitle ? 15 : 24)
  const right = random.chance(0.3) && widthOf(text, size) < 200
  const own = right ? { x: SHEET.width - margin - 200, y: random.int(40, 80) } : { x: margin, y: top + random.int(14, 34) }
  sheet.put(own.x, own.y, text, Math.min(size, (size * (SHEET.width - 2 * margin)) / widthOf(text, size)))
  if (inTitle) press.said('number', invoice.number)
  if (dated) press.said('issueDate', invoice.issueDate)
  const facts = factsOf(press, inTitle, dated)
  const start = Math.max(top, own.y) + random.int(16, 30)
  const style = random.pick(['list', 'list', 'list right', 'list right', 'grid', 'text'])
  if (style === 'grid') return grid(press, facts, start)
  if (style === 'text') return runningText(press, facts, start)
  return list(
    press,
    facts,
    style === 'list' ? margin : SHEET.width - margin - 210,
    random.chance(0.4) && style === 'list right' ? Math.max(own.y + 30, 130) : start,
    start,
  )
}

function factsOf(press: Press, numbered: boolean, dated: boolean): readonly Fact[] {
  const { random, invoice } = press
  const date = (kind: Caption, path: string | null, iso: string | null): Fact => ({ kind, path, value: iso, text: press.date(iso) })
  const id = (kind: Caption, path: string | null, value: string | null): Fact => ({ kind, path, value, text: value ?? '' })
  const facts: Fact[] = [
    ...(numbered ? [] : [id('number', 'number', invoice.number)]),
    ...(dated ? [] : [date(random.chance(0.4) ? 'date' : 'issueDate', 'issueDate', invoice.issueDate)]),
    ...(random.chance(0.5) ? [date('dueDate', 'dueDate', invoice.dueDate)] : []),
    ...(random.chance(0.4) ? [date('deliveryDate', 'deliveryDate', invoice.deliveryDate)] : []),
    ...(random.chance(0.4)
      ? [id('purchaseOrder', 'purchaseOrder', random.chance(0.5) ? invoice.purchaseOrder : String(random.int(10000, 9999999)))]
      : []),
    ...(random.chance(0.5) ? [id('customerNumber', null, String(random.int(1000, 999999)))] : []),
    ...(random.chance(0.25) ? [id('otherNumber', null, `${random.pick(['LS', 'A', 'T', ''])}${random.int(1000, 99999999)}`)] : []),
    ...(random.chance(0.2) ? [date('orderDate', null, invoice.deliveryDate)] : []),
    ...(random.chance(0.2) ? [id('contact', null, random.pick(['A. Muster', 'J. Sample', '030 23125 044']))] : []),
  ].filter(({ text }) => text !== '')
  const head = facts.filter(({ kind }) => kind === 'number')
  const rest = facts.filter(({ kind }) => kind !== 'number')
  return random.chance(0.5) ? [...head, ...random.sample(rest, rest.length)] : random.sample(facts, facts.length)
}

function list(press: Press, facts: readonly Fact[], x: number, top: number, below: number): number {
  const captions = facts.map(({ kind }) => press.wording.caption(kind))
  const inColumns = press.random.chance(0.7)
  const right = press.random.chance(0.25)
  const column = x + Math.max(...captions.map((caption) => widthOf(caption, press.size))) + press.random.int(6, 40)
  let y = top
  facts.forEach((fact, i) => {
    const end = press.sheet.put(x, y, captions[i]!, press.size)
    if (right) press.sheet.put(column + 90, y, fact.text, press.size, 'right')
    else press.sheet.put(inColumns ? column : end + 3, y, fact.text, press.size)
    note(press, fact)
    y += press.size * press.leading
  })
  return Math.max(y, below)
}

function grid(press: Press, facts: readonly Fact[], top: number): number {
  const shown = facts.slice(0, 5)
  const wide = (SHEET.width - 2 * press.margin) / Math.max(1, shown.length)
  const centred = press.random.chance(0.4)
  const at = (i: number) => press.margin + i * wide + (centred ? wide / 2 : 0)
  const align = centred ? 'centre' : 'left'
  shown.forEach((fact, i) => {
    press.sheet.put(at(i), top, press.wording.caption(fact.kind), press.size - 1, align)
    press.sheet.put(at(i), top + press.size * press.leading + press.random.pick([0, 0, 3]), fact.text, press.size, align)
    note(press, fact)
  })
  if (press.random.chance(0.5)) press.sheet.rule(press.margin, top + 4, SHEET.width - press.margin)
  return top + 3 * press.size * press.leading
}

function runningText(press: Press, facts: readonly Fact[], top: number): number {
  let [x, y] = [press.margin, top]
  for (const fact of facts) {
    const words = `${press.wording.caption(fact.kind)} ${fact.text}`
    if (x + widthOf(words, press.size) > SHEET.width - press.margin) [x, y] = [press.margin, y + press.size * press.leading]
    x = press.sheet.put(x, y, `${words}${press.random.pick(['', ',', ' '])}`, press.size) + press.random.int(0, 14)
    note(press, fact)
  }
  return y + 2 * press.size * press.leading
}

function note(press: Press, { path, value }: Fact): void {
  if (path !== null) press.said(path, value)
}
