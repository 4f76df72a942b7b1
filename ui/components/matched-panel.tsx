import type { CompanyMatch, Matched } from '../../core/master-data/index.ts'
import type { LineMatch, OrderCheck, OrderMatch } from '../../core/orders/index.ts'
import type { Language } from '../language.ts'
import { matchedTexts } from '../texts/matched.ts'
import { presentTime } from '../views/present-time.ts'
import { PlainTable } from './plain-table.tsx'

/** An approved document of the same seller, as the person compares it. */
export interface PaidView {
  readonly id: string
  readonly approvedAt: string
  readonly number: string | null
  readonly amount: string | null
  readonly accounts: readonly string[]
}

interface Props {
  readonly matched: Matched | undefined
  /** Null = nothing is the matter with the account. */
  readonly paid: readonly PaidView[] | null
  readonly language: Language
  /** Whether this person may open the lists: what was found leads there. */
  readonly mayList: boolean
}

/** What the organisation's own lists say about the document, as they stood when it was checked. */
export const MatchedPanel = ({ matched, paid, language, mayList }: Props) => {
  const t = matchedTexts(language)
  if (!matched && paid === null) return null
  return (
    <section class="card" data-matched>
      {matched ? (
        <>
          <h2>{t.title}</h2>
          <ul>
            {matched.seller ? (
              <li>
                {t.seller}: <Company match={matched.seller} path="/suppliers" language={language} mayList={mayList} />
              </li>
            ) : null}
            {matched.buyer ? (
              <li>
                {t.buyer}: <Company match={matched.buyer} path="/own-companies" language={language} mayList={mayList} />
              </li>
            ) : null}
          </ul>
          {matched.order ? <OrderTable order={matched.order} language={language} mayList={mayList} /> : null}
        </>
      ) : null}
      {paid === null ? null : <Paid paid={paid} language={language} />}
    </section>
  )
}

const OrderTable = ({ order, language, mayList }: Pick<Props, 'language' | 'mayList'> & { readonly order: OrderMatch }) => {
  const t = matchedTexts(language)
  return (
    <>
      <h3>
        {t.order}{' '}
        <EntryLink
          href={order.state === 'unknown' || !mayList ? null : entryHref('/orders', { number: order.number })}
          text={order.number}
        />
      </h3>
      {order.state === 'unknown' ? (
        <p>{t.noOrder}</p>
      ) : (
        <PlainTable heads={[t.line, t.orderLine, t.price, t.quantity, t.received]}>
          {order.lines.map((line) => (
            <tr>
              <td>{line.index + 1}</td>
              <td>
                {line.no === null ? t.none : `${line.no} (${line.by === 'name' ? `${t.by.name}, ${percent(line.score)}` : t.byItem})`}
              </td>
              {(['price', 'quantity', 'received'] as const).map((kind) => (
                <td>{checkText(checkOf(line, kind), language)}</td>
              ))}
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  )
}

const Paid = ({ paid, language }: { readonly paid: readonly PaidView[]; readonly language: Language }) => {
  const t = matchedTexts(language)
  return (
    <>
      <h3>{t.paid}</h3>
      {paid.length === 0 ? (
        <p>{t.nonePaid}</p>
      ) : (
        <PlainTable heads={[t.date, t.number, t.amount, t.account]}>
          {paid.map(({ id, approvedAt, number, amount, accounts }) => (
            <tr>
              <td>{presentTime(approvedAt, language)}</td>
              <td>
                <a href={`/documents/${id}`}>
                  <bdi>{number ?? '–'}</bdi>
                </a>
              </td>
              <td>{amount ?? '–'}</td>
              <td>
                <bdi>{accounts.join(', ') || '–'}</bdi>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  )
}

const Company = ({ match, path, language, mayList }: Pick<Props, 'language' | 'mayList'> & { match: CompanyMatch; path: string }) => {
  const t = matchedTexts(language)
  const href = (code: string) => (mayList ? entryHref(path, { code }) : null)
  if (match.company)
    return (
      <>
        <EntryLink href={href(match.company.code)} text={match.company.name} /> ({match.company.code}), {t.by[match.by ?? 'name']}
      </>
    )
  return (
    <>
      {t.state[match.state]}
      {match.proposals.map(({ name, code, score }, i) => (
        <>
          {i === 0 ? ' ' : '; '}
          <EntryLink href={href(code)} text={name} /> ({code}, {percent(score)})
        </>
      ))}
    </>
  )
}

const EntryLink = ({ href, text }: { readonly href: string | null; readonly text: string }) =>
  href === null ? (
    <bdi>{text}</bdi>
  ) : (
    <a href={href}>
      <bdi>{text}</bdi>
    </a>
  )

/** The entry as it is now, which may be other than when the document was checked. */
function entryHref(path: string, key: Readonly<Record<string, string>>): string {
  return `${path}/entry?${new URLSearchParams(key)}`
}

function checkOf({ checks }: LineMatch, kind: OrderCheck['kind']): OrderCheck | undefined {
  return checks.find((check) => check.kind === kind)
}

function checkText(check: OrderCheck | undefined, language: Language): string {
  if (!check) return '–'
  return `${check.agreed} / ${check.billed}${check.within ? '' : `, ${matchedTexts(language).beyond}`}`
}

function percent(score: number): string {
  return `${Math.round(score * 100)} %`
}
