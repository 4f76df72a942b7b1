import type { PaymentDraft } from '../../../adapters/db/index.ts'
import { PlainTable } from '../../components/plain-table.tsx'
import type { Frame } from '../../components/shell.tsx'
import { paymentTexts } from '../../texts/payments.ts'
import { presentNumber } from '../../views/present.ts'
import { presentTime } from '../../views/present-time.ts'

/** Payment orders that were prepared, each with the way to it. */
export const DraftTable = ({ frame, drafts }: { frame: Frame; drafts: readonly PaymentDraft[] }) => {
  const t = paymentTexts(frame.language)
  return (
    <PlainTable heads={[t.when, t.who, t.amount, t.fields.orderPurpose, t.open]}>
      {drafts.map(({ id, documentId, at, by, settings, downloadedAt }) => (
        <tr>
          <td>
            <time dateTime={at}>{presentTime(at, frame.language)}</time>
            {downloadedAt === null ? null : ` · ${t.downloaded}`}
          </td>
          <td>
            <bdi>{by}</bdi>
          </td>
          <td class="amount">{presentNumber(settings.orderAmount ?? '', frame.language)}</td>
          <td>
            <bdi>{settings.orderPurpose}</bdi>
          </td>
          <td>
            <a href={`/documents/${documentId}/payment?draft=${id}`} aria-label={`${t.open}: ${settings.orderPurpose ?? ''}`}>
              {t.open}
            </a>
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
