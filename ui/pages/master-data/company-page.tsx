import type { CompanyKind } from '../../../core/master-data/index.ts'
import { PlainTable } from '../../components/plain-table.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { masterDataTexts } from '../../texts/master-data.ts'
import type { CompanyFields, Wrong } from './company-form.ts'
import { EntryButtons } from './entry-buttons.tsx'
import { LIST_PATHS } from './lists.ts'
import { Notice, type noticeOf } from './notice.tsx'
import { TextField } from './text-field.tsx'

/** Rows for accounts that are not there yet. */
const SPARE_ACCOUNTS = 2

interface Props {
  readonly frame: Frame
  readonly kind: CompanyKind
  readonly fields: CompanyFields
  /** What the person saw; null for an entry that is not there yet. */
  readonly version: number | null
  readonly wrong: Wrong
  readonly notice: ReturnType<typeof noticeOf>
}

export const CompanyPage = ({ frame, kind, fields, version, wrong, notice }: Props) => {
  const t = masterDataTexts(frame.language)
  const path = LIST_PATHS[kind]
  const title = version === null ? t.add[kind] : fields.name
  const mayChange = frame.may.has('master-data:write')
  const field = (name: keyof typeof t.fields & keyof CompanyFields, rows?: number, readOnly = false) => (
    <TextField
      name={name}
      caption={t.fields[name]}
      value={String(fields[name])}
      hint={name in t.hints ? t.hints[name as keyof typeof t.hints] : null}
      wrong={wrong[name] ?? null}
      rows={rows}
      required={name === 'code' || name === 'name'}
      readOnly={readOnly || !mayChange}
    />
  )
  return (
    <Shell frame={frame} title={title} current="lists">
      <p>
        <a href={path}>← {t.back}</a>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <Notice frame={frame} notice={notice} />
      <form method="post" action={path} class="entry">
        <input type="hidden" name="version" value={version ?? ''} />
        {field('code', undefined, version !== null)}
        {field('name')}
        {field('taxIds', 2)}
        {field('kpp')}
        {field('registrationIds', 2)}
        {field('alsoKnownAs', 2)}
        {field('address', 2)}
        {field('email')}
        {field('country')}
        {field('currency')}
        <fieldset class="entry-wide" aria-describedby={wrong.accounts ? 'accounts-wrong' : undefined}>
          <legend>{t.fields.accounts}</legend>
          {wrong.accounts ? (
            <p class="wrong" id="accounts-wrong">
              {wrong.accounts}
            </p>
          ) : null}
          <Accounts frame={frame} accounts={fields.accounts} mayChange={mayChange} />
        </fieldset>
        {mayChange ? <EntryButtons t={t} isThere={version !== null} removeText={t.removeText} /> : null}
      </form>
    </Shell>
  )
}

const Accounts = ({ frame, accounts, mayChange }: Pick<Props, 'frame'> & Pick<CompanyFields, 'accounts'> & { mayChange: boolean }) => {
  const t = masterDataTexts(frame.language)
  const spare = mayChange ? Array.from({ length: SPARE_ACCOUNTS }, () => ({ account: '', bik: '', bankName: '' })) : []
  return (
    <PlainTable heads={[t.account, t.bik, t.bankName]}>
      {[...accounts, ...spare].map((one, i) => (
        <tr>
          {(['account', 'bik', 'bankName'] as const).map((name) => (
            <td>
              <input
                type="text"
                name={name}
                value={one[name]}
                aria-label={`${t[name]}, ${i + 1}`}
                maxLength={name === 'bankName' ? 300 : 40}
                readOnly={!mayChange}
                autocomplete="off"
              />
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  )
}
