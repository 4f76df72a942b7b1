import { conform } from '../core/assess/index.ts'
import { setAt } from '../core/paths.ts'
import { Decimal, round, sum } from '../core/rules/index.ts'
import { addDays } from '../core/values/index.ts'
import { Invoice } from '../schemas/invoice/schema.ts'
import { byRate, createLines, type ModelLine } from './model-lines.ts'
import { createParties, createPayment } from './model-parties.ts'
import type { Random } from './random.ts'
import type { Language, Plan } from './sample.ts'

type Leaves = Record<string, string | boolean>

/** An invoice in which everything that the plan asks for is filled in and adds up; the layout prints a part of it. */
export function createInvoice(plan: Plan, language: Language, random: Random): Invoice {
  const lines = createLines(plan, language, random)
  const leaves: Leaves = {
    ...header(plan, random),
    ...createParties(random, plan.country, plan.buyerCountry ?? plan.country),
    ...createPayment(random, plan.country, plan.currency),
    ...Object.assign({}, ...lines.map((line, i) => lineLeaves(line, i, plan))),
    ...totals(plan, lines, random),
    lineAmountsIncludeTax: plan.includesTax ?? false,
  }
  const loose: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(leaves)) setAt(loose, path, value)
  const { data } = conform(Invoice, loose)
  return data
}

/** All dates lie in 2026, when Russian VAT is 22 %. */
function header(plan: Plan, random: Random): Leaves {
  const issueDate = addDays('2026-01-12', random.int(0, 250))
  const days = random.pick([7, 10, 14, 30])
  const monthStart = `${issueDate.slice(0, 7)}-01`
  return {
    number: number(plan, random, issueDate),
    issueDate,
    typeCode: plan.creditNote ? '381' : '380',
    currency: plan.currency,
    dueDate: addDays(issueDate, days),
    paymentTerms: String(days),
    deliveryDate: addDays(issueDate, -random.int(1, 6)),
    'period.start': addDays(monthStart, -1).slice(0, 8).concat('01'),
    'period.end': addDays(monthStart, -1),
    purchaseOrder: `PO-${random.int(10000, 99999)}`,
    buyerReference: `${random.int(100000, 999999)}`,
    'contractRef.number': `${random.int(3, 240)}/26`,
    'contractRef.date': addDays(issueDate, -random.int(20, 300)),
    ...(plan.creditNote && {
      'precedingInvoice.number': number(plan, random, issueDate),
      'precedingInvoice.date': addDays(issueDate, -random.int(8, 40)),
    }),
  }
}

function number({ country }: Plan, random: Random, date: string): string {
  switch (country) {
    case 'RU':
      return random.pick([
        `${random.int(12, 980)}`,
        `УТ-${random.int(100, 4000)}`,
        `${random.int(10, 99)}/${date.slice(5, 7)}-${random.int(1, 30)}`,
      ])
    case 'US':
      return random.pick([`INV-${random.int(10000, 99999)}`, `${random.int(100000, 999999)}`])
    case 'GB':
      return random.pick([`SI-${random.int(1000, 9999)}`, `2026/${random.int(100, 999)}`])
    case 'DE':
      return random.pick([
        `RE-2026-${random.int(1000, 9999)}`,
        `${random.int(200000, 299999)}`,
        `2026${date.slice(5, 7)}-${random.int(100, 999)}`,
      ])
    case 'FR':
      return random.pick([`FA-2026-${random.int(100, 999)}`, `F26${random.int(1000, 9999)}`])
  }
}

function lineLeaves(line: ModelLine, i: number, plan: Plan): Leaves {
  const at = `lines[${i}].`
  return {
    [`${at}no`]: String(i + 1),
    [`${at}name`]: line.name,
    ...(line.description && { [`${at}description`]: line.description }),
    [`${at}sellerItemId`]: line.sellerItemId,
    [`${at}quantity`]: line.quantity,
    [`${at}unit`]: line.unit,
    [`${at}unitRaw`]: line.unitRaw,
    [`${at}unitPrice`]: line.unitPrice.toFixed(2),
    ...(line.discountPercent && { [`${at}allowances`]: line.allowance.toFixed(2) }),
    [`${at}net`]: line.net.toFixed(2),
    [`${at}taxCategory`]: plan.rates === null ? 'E' : line.rate === '0' ? 'Z' : 'S',
    [`${at}taxRate`]: line.rate,
    [`${at}tax`]: line.tax.toFixed(2),
    [`${at}gross`]: line.gross.toFixed(2),
  }
}

function totals(plan: Plan, lines: readonly ModelLine[], random: Random): Leaves {
  const linesNet = sum(lines.map(({ net }) => net))
  const rates = byRate(lines)
  // Discounts and freight of the document go to its highest rate, as most sellers do.
  const [first] = rates
  const allowance = plan.discount ? round(first!.net.times(plan.discount).div(100), 2) : new Decimal(0)
  const charge = plan.freight ? new Decimal(random.pick(['6.90', '12.50', '24.00', '39.00'])) : new Decimal(0)
  const taxes = rates.map(({ rate, net, tax }, i) => {
    const base = i === 0 ? net.minus(allowance).plus(charge) : net
    return { rate, base, amount: plan.taxPerLine || plan.includesTax ? tax : round(base.times(rate).div(100), 2) }
  })
  const net = linesNet.minus(allowance).plus(charge)
  const tax = sum(taxes.map(({ amount }) => amount))
  const gross = net.plus(tax)
  const prepaid = plan.prepaid ? round(gross.times(random.pick([30, 50])).div(100), 0) : new Decimal(0)
  const category = (rate: string) => (plan.rates === null ? 'E' : rate === '0' ? 'Z' : 'S')
  return {
    'totals.linesNet': linesNet.toFixed(2),
    ...(plan.discount && {
      'totals.allowances': allowance.toFixed(2),
      'allowances[0].amount': allowance.toFixed(2),
      'allowances[0].rate': first!.rate,
      'allowances[0].category': category(first!.rate),
    }),
    ...(plan.freight && {
      'totals.charges': charge.toFixed(2),
      'charges[0].amount': charge.toFixed(2),
      'charges[0].rate': first!.rate,
      'charges[0].category': category(first!.rate),
    }),
    'totals.net': net.toFixed(2),
    'totals.tax': tax.toFixed(2),
    'totals.gross': gross.toFixed(2),
    ...(plan.prepaid && { 'totals.prepaid': prepaid.toFixed(2) }),
    'totals.due': gross.minus(prepaid).toFixed(2),
    'totals.lineCount': String(lines.length),
    ...Object.assign(
      {},
      ...taxes.map(({ rate, base, amount }, i) => ({
        [`taxes[${i}].category`]: category(rate),
        [`taxes[${i}].rate`]: rate,
        [`taxes[${i}].base`]: base.toFixed(2),
        [`taxes[${i}].amount`]: amount.toFixed(2),
      })),
    ),
  }
}
