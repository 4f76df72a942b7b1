import { supplierNameKey } from '../../../core/memory/index.ts'
import { valueAt } from '../../../core/paths.ts'
import { found, type Outcome } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Receipt } from '../schema.ts'

/** Keys under which an earlier slip could be the same one (`duplicate`) or come from the same shop (`seller`). */
export function receiptHistoryKeys(data: Receipt): readonly { readonly kind: string; readonly key: string }[] {
  const { merchant } = data
  const seller = merchant.taxId ?? (merchant.name === null ? '' : supplierNameKey(merchant.name))
  const same = [fiscalKey(data), momentKey(data)].filter((key) => key !== null)
  return [...(seller === '' ? [] : [{ kind: 'seller', key: seller }]), ...same.map((key) => ({ kind: 'duplicate', key }))]
}

/** The same slip handed in twice is paid back twice. */
export function duplicateRules(data: Receipt, { history }: RuleContext): readonly Outcome[] {
  const own = [fiscalKey(data), momentKey(data)]
  const same = history.find(({ data: other }) => [fiscalKey(other), momentKey(other)].some((key) => key !== null && own.includes(key)))
  if (!same) return []
  return [
    found(
      'DUPLICATE',
      'error',
      [],
      {
        en: 'This receipt is already here. Reject this one unless it differs.',
        ru: 'Этот чек уже есть. Отклоните его, если он не отличается.',
      },
      { actual: same.documentId },
    ),
  ]
}

/** Drive and document number name one slip of all Russian tills. */
function fiscalKey(data: unknown): string | null {
  const [drive, document] = [text(data, 'fiscal.drive'), text(data, 'fiscal.document')]
  return drive === null || document === null ? null : `receipt|${drive}|${document}`
}

/** Nobody pays the same sum in one shop twice within a minute. */
function momentKey(data: unknown): string | null {
  const parts = [text(data, 'merchant.taxId') ?? text(data, 'merchant.name'), text(data, 'date'), text(data, 'time'), text(data, 'total')]
  return parts.includes(null) ? null : `receipt|${parts.join('|').toLowerCase()}`
}

/** Earlier data may come from an older release, so nothing is taken for granted. */
function text(data: unknown, path: string): string | null {
  const value = valueAt(data, path)
  return typeof value === 'string' ? value : null
}
