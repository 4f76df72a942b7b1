import { ORDER_COLUMNS, type Order, type Tolerances } from '../../../core/orders/index.ts'
import { ListTabs } from '../../components/list-tabs.tsx'
import { PlainTable } from '../../components/plain-table.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { plural } from '../../language.ts'
import { masterDataTexts } from '../../texts/master-data.ts'
import { LIST_PATHS } from './lists.ts'
import { Notice, type noticeOf } from './notice.tsx'
import { SendTable } from './send-table.tsx'
import { TolerancesCard } from './tolerances-card.tsx'

interface Props {
  readonly frame: Frame
  readonly items: readonly Order[]
  readonly text: string
  readonly next: string | null
  readonly tolerances: readonly { readonly supplier: string; readonly tolerances: Tolerances }[]
  readonly notice: ReturnType<typeof noticeOf>
  readonly refused: string | null
}

export const OrdersPage = ({ frame, items, text, next, tolerances, notice, refused }: Props) => {
  const t = masterDataTexts(frame.language)
  const mayChange = frame.may.has('master-data:write')
  return (
    <Shell frame={frame} title={t.order} current="lists">
      <div class="list-head">
        <h1>{t.order}</h1>
        {mayChange ? (
          <a class="button" href="/orders/entry">
            {t.add.order}
          </a>
        ) : null}
      </div>
      <ListTabs language={frame.language} current="order" paths={LIST_PATHS} />
      <p>{t.intro.order}</p>
      <Notice frame={frame} notice={notice} />
      <form method="get" action="/orders" class="filters">
        <input type="search" name="text" value={text} maxLength={200} aria-label={t.search.order} placeholder={t.search.order} />
        <button type="submit">{t.searchButton}</button>
      </form>
      {items.length === 0 ? (
        <p class="muted">{text === '' ? t.none : t.noneFound}</p>
      ) : (
        <PlainTable heads={[t.fields.number, t.fields.supplier, t.fields.currency, t.fields.lines]}>
          {items.map(({ number, supplier, currency, lines }) => (
            <tr>
              <td>
                <a href={`/orders/entry?number=${encodeURIComponent(number)}`}>
                  <bdi>{number}</bdi>
                </a>
              </td>
              <td>
                <bdi>{supplier ?? '–'}</bdi>
              </td>
              <td>{currency ?? '–'}</td>
              <td>{plural(frame.language, lines.length, t.linesCount)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {next === null ? null : <a href={next}>{t.more}</a>}
      <TolerancesCard frame={frame} tolerances={tolerances} mayChange={mayChange} />
      {mayChange ? <SendTable frame={frame} path={LIST_PATHS.order} columns={ORDER_COLUMNS} refused={refused} /> : null}
    </Shell>
  )
}
