import { COMPANY_COLUMNS, type Company, type CompanyKind } from '../../../core/master-data/index.ts'
import { ListTabs } from '../../components/list-tabs.tsx'
import { PlainTable } from '../../components/plain-table.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { masterDataTexts } from '../../texts/master-data.ts'
import { LIST_PATHS } from './lists.ts'
import { Notice, type noticeOf } from './notice.tsx'
import { SendTable } from './send-table.tsx'

interface Props {
  readonly frame: Frame
  readonly kind: CompanyKind
  readonly items: readonly Company[]
  readonly text: string
  /** Address of the next page; null on the last. */
  readonly next: string | null
  readonly notice: ReturnType<typeof noticeOf>
  readonly refused: string | null
}

export const CompaniesPage = ({ frame, kind, items, text, next, notice, refused }: Props) => {
  const t = masterDataTexts(frame.language)
  const path = LIST_PATHS[kind]
  const mayChange = frame.may.has('master-data:write')
  return (
    <Shell frame={frame} title={t[kind]} current="lists">
      <div class="list-head">
        <h1>{t[kind]}</h1>
        {mayChange ? (
          <a class="button" href={`${path}/entry`}>
            {t.add[kind]}
          </a>
        ) : null}
      </div>
      <ListTabs language={frame.language} current={kind} paths={LIST_PATHS} />
      <p>{t.intro[kind]}</p>
      <Notice frame={frame} notice={notice} />
      <form method="get" action={path} class="filters">
        <input type="search" name="text" value={text} maxLength={200} aria-label={t.search.company} placeholder={t.search.company} />
        <button type="submit">{t.searchButton}</button>
      </form>
      {items.length === 0 ? (
        <p class="muted">{text === '' ? t.none : t.noneFound}</p>
      ) : (
        <PlainTable heads={[t.fields.code, t.fields.name, t.fields.taxIds, t.fields.accounts]}>
          {items.map(({ code, name, taxIds, kpp, accounts }) => (
            <tr>
              <td>
                <bdi>{code}</bdi>
              </td>
              <td>
                <a href={`${path}/entry?code=${encodeURIComponent(code)}`}>
                  <bdi>{name}</bdi>
                </a>
              </td>
              <td>
                {taxIds.join(', ')}
                {kpp === null ? null : <span class="muted">{` ${t.fields.kpp} ${kpp}`}</span>}
              </td>
              <td>{accounts.length}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {next === null ? null : <a href={next}>{t.more}</a>}
      {mayChange ? <SendTable frame={frame} path={path} columns={COMPANY_COLUMNS} refused={refused} /> : null}
    </Shell>
  )
}
