import { ANY_QUEUE } from '../../adapters/db/index.ts'
import type { Language } from '../language.ts'
import { plural } from '../language.ts'
import { type ListView, listHref } from '../pages/documents.tsx'
import { commonTexts } from '../texts/common.ts'
import { listTexts } from '../texts/list.ts'
import { queueTexts } from '../texts/queues.ts'
import { isFiltered } from '../views/queue-filter.ts'
import { reasonCaption } from '../views/reason-caption.ts'

const AGES = [1, 3, 7, 30]

/** What the list shows; of waiting documents also why, since when and whose. A form of the kind GET: the answer can be kept as a bookmark. */
export const DocumentFilters = ({ language, view }: { language: Language; view: ListView }) => {
  const t = listTexts(language)
  const { filter } = view
  const { supplier } = filter.queue
  return (
    <search>
      <form method="get" action="/documents" class={`filters${filter.status === 'review' ? ' filters--waiting' : ''}`}>
        {filter.status ? <input type="hidden" name="status" value={filter.status} /> : null}
        <label class="visually-hidden" for="text">
          {t.search}
        </label>
        <input id="text" name="text" type="search" value={filter.text} placeholder={t.search} maxLength={200} />
        {view.types.length > 1 ? (
          <Choice
            name="type"
            label={t.type}
            any={t.anyType}
            chosen={filter.type}
            options={[...view.types.map(({ name, caption }) => [name, caption] as const), ['unknown', commonTexts(language).unknownType]]}
          />
        ) : null}
        {filter.status === 'review' ? <WaitingFilters language={language} view={view} /> : null}
        {supplier === null ? null : (
          <label class="choice">
            <input type="checkbox" name="supplier" value={supplier} checked />
            <bdi>{queueTexts(language).onlySupplier.replace('{supplier}', supplier)}</bdi>
          </label>
        )}
        <button type="submit">{t.find}</button>
        {isFiltered(filter) ? (
          <a class="button quiet" href={listHref({ status: filter.status, text: '', type: null, queue: ANY_QUEUE })}>
            {t.clear}
          </a>
        ) : null}
      </form>
    </search>
  )
}

const WaitingFilters = ({ language, view }: { language: Language; view: ListView }) => {
  const t = queueTexts(language)
  const { reason, days, person, queue, late } = view.filter.queue
  const ages = days === null || AGES.includes(days) ? AGES : [...AGES, days]
  const known: readonly string[] = Object.keys(t.reasons)
  const codes = reason === null || known.includes(reason) ? known : [...known, reason]
  return (
    <>
      <Choice
        name="reason"
        label={t.byReason}
        any={t.filterReason}
        chosen={reason}
        options={codes.map((code) => [code, reasonCaption(code, language)])}
      />
      <Choice
        name="days"
        label={t.byAge}
        any={t.filterAge}
        chosen={days === null ? null : String(days)}
        options={ages.map((one) => [String(one), plural(language, one, t.atLeast)])}
      />
      <Choice
        name="person"
        label={t.byPerson}
        any={t.filterPerson}
        chosen={person}
        options={[['me', t.mineShort], ['nobody', t.nobodyShort], ...view.people.map(({ id, name }) => [id, name] as const)]}
      />
      {view.queues.length === 0 ? null : (
        <Choice
          name="queue"
          label={t.byQueue}
          any={t.filterQueue}
          chosen={queue === '' ? 'none' : queue}
          options={[...view.queues.map(({ id, name }) => [id, name] as const), ['none', t.everything]]}
        />
      )}
      <label class="choice">
        <input type="checkbox" name="late" value="yes" checked={late} />
        {t.lateOnly}
      </label>
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  /** Caption of «no filter». */
  readonly any: string
  readonly chosen: string | null
  readonly options: readonly (readonly [string, string])[]
}

const Choice = ({ name, label, any, chosen, options }: ChoiceProps) => (
  <>
    <label class="visually-hidden" for={name}>
      {label}
    </label>
    <select id={name} name={name}>
      <option value="">{any}</option>
      {options.map(([value, caption]) => (
        <option value={value} selected={value === chosen}>
          {caption}
        </option>
      ))}
    </select>
  </>
)
