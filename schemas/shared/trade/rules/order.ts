import type { LineMatch, OrderCheck } from '../../../../core/orders/index.ts'
import { found, type Outcome, passed } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'

/** The invoice against its order and what was taken in of it: more than agreed is an error, since it would be paid. */
export function orderRules(data: TradePaper, { matched }: RuleContext): readonly Outcome[] {
  const order = matched?.order
  if (!order) return []
  if (order.state === 'unknown')
    return [
      found(
        'ORDER-UNKNOWN',
        'warning',
        ['purchaseOrder'],
        {
          en: 'There is no order with this number. Check the number, or add the order.',
          ru: 'Заказа с таким номером нет. Проверьте номер или добавьте заказ.',
        },
        { actual: order.number },
      ),
    ]
  const seller = matched?.seller?.company ?? null
  const outcomes: Outcome[] = []
  if (order.supplier !== null && seller !== null && seller.code !== order.supplier)
    outcomes.push(
      found(
        'ORDER-SUPPLIER',
        'error',
        ['purchaseOrder'],
        {
          en: 'The order was placed with another supplier. Check the order number and the seller.',
          ru: 'Заказ размещён у другого поставщика. Проверьте номер заказа и продавца.',
        },
        { expected: order.supplier, actual: seller.code },
      ),
    )
  if (order.currency !== null && data.currency !== null && order.currency !== data.currency)
    return [
      ...outcomes,
      found(
        'ORDER-CURRENCY',
        'error',
        ['currency'],
        {
          en: 'The order is in another currency, so its prices cannot be compared.',
          ru: 'Заказ в другой валюте, цены сравнить нельзя.',
        },
        { expected: order.currency, actual: data.currency },
      ),
    ]
  return [...outcomes, ...order.lines.flatMap((line) => lineRule(line))]
}

function lineRule(line: LineMatch): readonly Outcome[] {
  const at = `lines[${line.index}]`
  if (line.no === null)
    return [
      found('ORDER-LINE', 'warning', [`${at}.name`], {
        en: 'The order has no line like this one. Check that it was ordered.',
        ru: 'В заказе нет похожей строки. Проверьте, что это заказывали.',
      }),
    ]
  if (line.unitDiffers)
    return [
      found('ORDER-UNIT', 'warning', [`${at}.unitRaw`, `${at}.quantity`], {
        en: `The order counts line ${line.no} in another unit. Compare quantity and price by hand.`,
        ru: `В заказе строка ${line.no} в других единицах. Сравните количество и цену вручную.`,
      }),
    ]
  const beyond = line.checks.filter(({ within }) => !within)
  if (beyond.length === 0)
    return line.checks.map(({ kind }) => passed(RULES[kind].id, [kind === 'price' ? `${at}.unitPrice` : `${at}.quantity`]))
  return beyond.map((check) => beyondOrder(check, line, at))
}

function beyondOrder({ kind, agreed, billed, delta }: OrderCheck, { no }: LineMatch, at: string): Outcome {
  const { id, en, ru } = RULES[kind]
  return found(
    id,
    'error',
    [kind === 'price' ? `${at}.unitPrice` : `${at}.quantity`],
    { en: `${en} (line ${no} of the order).`, ru: `${ru} (строка ${no} заказа).` },
    { expected: agreed, actual: billed, delta },
  )
}

const RULES = {
  price: {
    id: 'ORDER-PRICE',
    en: 'The price is higher than ordered, beyond the tolerance',
    ru: 'Цена выше заказанной, больше допуска',
  },
  quantity: {
    id: 'ORDER-QUANTITY',
    en: 'With earlier invoices more is billed than was ordered, beyond the tolerance',
    ru: 'Вместе с прежними счетами выставлено больше, чем заказано, больше допуска',
  },
  received: {
    id: 'ORDER-RECEIPT',
    en: 'With earlier invoices more is billed than was taken in, beyond the tolerance',
    ru: 'Вместе с прежними счетами выставлено больше, чем принято, больше допуска',
  },
} as const
