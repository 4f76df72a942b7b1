import { accountOfRussianIban, plainVatId } from '../../../../core/identifiers/index.ts'
import { valueAt } from '../../../../core/paths.ts'
import { found, type Outcome } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'

const ID_KINDS = ['inn', 'vatId', 'taxRegId', 'legalId'] as const

/**
 * The account belongs to somebody else: another seller's approved documents were paid to it (§2.3). A named payee explains that (a factor
 * collects for many sellers), so it is only a warning then.
 */
export function bankOwnerRules(data: TradePaper, { history }: RuleContext): readonly Outcome[] {
  const now = accountKey(data)
  if (now === null) return []
  const paid = history.filter((entry) => entry.approved && accountKey(entry.data) === now)
  const seller = idsOf(data)
  const other = paid.find((entry) => areDifferent(seller, idsOf(entry.data)))
  if (!other || paid.some((entry) => shareOne(seller, idsOf(entry.data)))) return []
  return [
    found(
      'BANK-OWNER',
      data.payee.name === null ? 'error' : 'warning',
      [data.payment.iban === null ? 'payment.account' : 'payment.iban'],
      {
        en: 'Approved documents of another seller name this account as theirs. Call the seller on a known number; a second person must confirm.',
        ru: 'В утверждённых документах этот счёт принадлежит другому продавцу. Позвоните продавцу по известному номеру; подтвердить должен второй человек.',
      },
      { actual: other.documentId },
    ),
  ]
}

/** One spelling of an account for any document: the IBAN, or БИК and account; null where the number alone names no account. */
export function accountKey(data: unknown): string | null {
  const iban = plain(valueAt(data, 'payment.iban'))
  if (iban !== null) {
    const russian = accountOfRussianIban(iban)
    return russian ? `${russian.bik}/${russian.account}` : iban
  }
  const [bik, account] = [plain(valueAt(data, 'payment.bik')), plain(valueAt(data, 'payment.account'))]
  return bik === null || account === null ? null : `${bik}/${account}`
}

function plain(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.replace(/[\s-]/g, '').toUpperCase() : null
}

type Ids = ReadonlyMap<string, string>

function idsOf(data: unknown): Ids {
  return new Map(
    ID_KINDS.flatMap((kind) => {
      const id = valueAt(data, `seller.${kind}`)
      return typeof id === 'string' ? [[kind, plainVatId(id)] as const] : []
    }),
  )
}

function shareOne(a: Ids, b: Ids): boolean {
  return [...a.values()].some((id) => [...b.values()].includes(id))
}

/** Told only by ids of the same kind: one document may show the tax number and the next the VAT id of one seller. */
function areDifferent(a: Ids, b: Ids): boolean {
  return !shareOne(a, b) && [...a.keys()].some((kind) => b.has(kind))
}
