import type { Tolerances } from '../../../core/orders/index.ts'
import { PlainTable } from '../../components/plain-table.tsx'
import type { Frame } from '../../components/shell.tsx'
import { masterDataTexts } from '../../texts/master-data.ts'
import { presentNumber } from '../../views/present.ts'

export const LIMITS = ['pricePercent', 'priceAmount', 'quantityPercent', 'quantityAmount'] as const

interface Props {
  readonly frame: Frame
  /** Supplier '' = all without limits of their own. */
  readonly tolerances: readonly { readonly supplier: string; readonly tolerances: Tolerances }[]
  readonly mayChange: boolean
}

export const TolerancesCard = ({ frame, tolerances, mayChange }: Props) => {
  const t = masterDataTexts(frame.language)
  return (
    <section class="card list-card" id="tolerances">
      <h2>{t.tolerances}</h2>
      <p>{t.tolerancesText}</p>
      {tolerances.length === 0 ? null : (
        <PlainTable heads={[t.fields.supplier, ...LIMITS.map((limit) => t.tolerance[limit]), ...(mayChange ? [''] : [])]}>
          {tolerances.map(({ supplier, tolerances: set }) => (
            <tr>
              <th scope="row">{supplier === '' ? t.allSuppliers : <bdi>{supplier}</bdi>}</th>
              {LIMITS.map((limit) => {
                const value = set[limit]
                return <td>{value === null ? t.noLimit : presentNumber(value, frame.language)}</td>
              })}
              {mayChange ? (
                <td>
                  <form method="post" action="/orders/tolerances">
                    <input type="hidden" name="supplier" value={supplier} />
                    <button type="submit" name="action" value="remove" aria-label={`${t.remove}: ${supplier || t.allSuppliers}`}>
                      {t.remove}
                    </button>
                  </form>
                </td>
              ) : null}
            </tr>
          ))}
        </PlainTable>
      )}
      {mayChange ? (
        <form method="post" action="/orders/tolerances" class="queue-form">
          <label>
            {t.supplierCode}
            <input type="text" name="supplier" maxLength={100} autocomplete="off" />
          </label>
          {LIMITS.map((limit) => (
            <label>
              {t.tolerance[limit]}
              <input type="text" name={limit} inputMode="decimal" maxLength={20} autocomplete="off" />
            </label>
          ))}
          <p>
            <button type="submit" name="action" value="set">
              {t.setTolerances}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  )
}
