import type { RoutingRules } from '../../../adapters/db/index.ts'
import type { ShownRule } from '../../api/routing-rules.ts'
import { PlainTable } from '../../components/plain-table.tsx'
import { type Frame, Shell } from '../../components/shell.tsx'
import { plural } from '../../language.ts'
import { routingTexts } from '../../texts/routing.ts'
import { workingTimeTexts } from '../../texts/working-time.ts'
import { presentTime } from '../../views/present-time.ts'
import { type Names, ruleInWords } from './names.ts'
import { WorkingTimeCard, type WorkingTimeShown } from './working-time-card.tsx'

export type RoutingNotice = 'saved' | 'removed' | 'changed' | { readonly moved: number }

interface Props {
  readonly frame: Frame
  readonly names: Names
  readonly rules: readonly ShownRule[]
  /** Stands for all rules in their order. */
  readonly version: number
  readonly forecast: Awaited<ReturnType<RoutingRules['foresee']>>
  readonly moves: Awaited<ReturnType<RoutingRules['moves']>>
  readonly workingTime: WorkingTimeShown
  readonly notice: RoutingNotice | null
}

/** The rules in their order, what they would have done lately, and what they would move now. */
export const RulesPage = ({ frame, names, rules, version, forecast, moves, workingTime, notice }: Props) => {
  const t = routingTexts(frame.language)
  const mayChange = frame.may.has('settings:write')
  return (
    <Shell frame={frame} title={t.title} current="routing" wide>
      <div class="list-head">
        <h1>{t.title}</h1>
        {mayChange ? (
          <a class="button primary" href="/routing/rule">
            {t.add}
          </a>
        ) : null}
      </div>
      <p>
        {t.intro} <a href="/queues#rules">{t.queues}</a>
      </p>
      <Told frame={frame} notice={notice} />
      {rules.length === 0 ? (
        <p class="card">{t.none}</p>
      ) : (
        <PlainTable heads={[t.order, t.rule, t.when, t.to, t.lately.replace('{count}', String(forecast.length))]}>
          {rules.map((rule, at) => (
            <RuleRow
              frame={frame}
              names={names}
              rule={rule}
              place={{ at, of: rules.length, version }}
              lately={forecast.filter((one) => one.rule?.id === rule.id).length}
            />
          ))}
          <tr>
            <td />
            <th scope="row">{t.noRule}</th>
            <td />
            <td>{t.asQueues}</td>
            <td class="amount">{forecast.filter((one) => one.rule === null).length}</td>
          </tr>
        </PlainTable>
      )}
      <Moves frame={frame} names={names} moves={moves} version={version} mayChange={mayChange} />
      <WorkingTimeCard frame={frame} shown={workingTime} />
      <Forecast frame={frame} forecast={forecast} />
    </Shell>
  )
}

const Told = ({ frame, notice }: { frame: Frame; notice: RoutingNotice | null }) => {
  const t = routingTexts(frame.language)
  if (notice === null) return null
  const isBad = notice === 'changed'
  return (
    <p class={`notice notice--${isBad ? 'error' : 'good'}`} role={isBad ? 'alert' : 'status'}>
      {typeof notice === 'object' ? plural(frame.language, notice.moved, t.moved) : t[notice]}
    </p>
  )
}

interface RowProps {
  readonly frame: Frame
  readonly names: Names
  readonly rule: ShownRule
  readonly place: { readonly at: number; readonly of: number; readonly version: number }
  readonly lately: number
}

const RuleRow = ({ frame, names, rule, place, lately }: RowProps) => {
  const t = routingTexts(frame.language)
  const words = ruleInWords(rule, names, frame.language)
  const step = (to: 'up' | 'down', sign: string, isOff: boolean) => (
    <button type="submit" name="step" value={to} class="quiet" disabled={isOff} aria-label={`${t[to]}: ${rule.name}`} title={t[to]}>
      {sign}
    </button>
  )
  return (
    <tr>
      <td>
        {frame.may.has('settings:write') ? (
          <form method="post" action="/routing/order" class="inline steps">
            <input type="hidden" name="id" value={rule.id} />
            <input type="hidden" name="version" value={place.version} />
            {step('up', '↑', place.at === 0)}
            {step('down', '↓', place.at === place.of - 1)}
          </form>
        ) : (
          place.at + 1
        )}
      </td>
      <th scope="row">
        <a href={`/routing/rule?id=${rule.id}`}>
          <bdi>{rule.name}</bdi>
        </a>
        {rule.broken.map(({ message }) => (
          <div class="late small">
            {t.broken}: {message[frame.language]}
          </div>
        ))}
      </th>
      <td>
        <bdi>{words.when.join(', ') || t.every}</bdi>
      </td>
      <td>
        <bdi>{words.to.join(', ')}</bdi>
      </td>
      <td class="amount">{lately}</td>
    </tr>
  )
}

interface MovesProps extends Pick<Props, 'frame' | 'names' | 'moves' | 'version'> {
  readonly mayChange: boolean
}

const SHOWN_MOVES = 50

const Moves = ({ frame, names, moves, version, mayChange }: MovesProps) => {
  const t = routingTexts(frame.language)
  const named = (id: string | null, among: Names['people']) => among.find(({ value }) => value === id)?.caption
  return (
    <section class="card list-card" id="moves">
      <h2>{t.moves}</h2>
      {moves.length === 0 ? (
        <p>{t.movesNone}</p>
      ) : (
        <>
          <p>
            {plural(frame.language, moves.length, t.movesSome)} {t.movesText}
          </p>
          <PlainTable heads={[t.document, t.rule, t.where]}>
            {moves.slice(0, SHOWN_MOVES).map(({ documentId, fileName, rule, queue, assignee }) => (
              <tr>
                <th scope="row">
                  <a href={`/documents/${documentId}`}>
                    <bdi>{fileName}</bdi>
                  </a>
                </th>
                <td>{rule?.name ?? t.byQueues}</td>
                <td>{[named(queue, names.queues), named(assignee, names.people)].filter(Boolean).join(', ') || t.nobody}</td>
              </tr>
            ))}
          </PlainTable>
          {mayChange ? (
            <form method="post" action="/routing/moves">
              <input type="hidden" name="version" value={version} />
              <button type="submit">{t.apply}</button>
            </form>
          ) : null}
        </>
      )}
    </section>
  )
}

const Forecast = ({ frame, forecast }: Pick<Props, 'frame' | 'forecast'>) => {
  const t = routingTexts(frame.language)
  const due = workingTimeTexts(frame.language)
  return (
    <details class="card list-card" id="forecast">
      <summary>{t.forecast}</summary>
      <p>{t.forecastText}</p>
      {forecast.length === 0 ? (
        <p class="muted">{t.nothingRead}</p>
      ) : (
        <PlainTable heads={[t.document, t.rule, due.dueAt]}>
          {forecast.map(({ documentId, fileName, rule, dueAt }) => (
            <tr>
              <th scope="row">
                <a href={`/documents/${documentId}`}>
                  <bdi>{fileName}</bdi>
                </a>
              </th>
              <td>{rule?.name ?? t.noRule}</td>
              <td>{dueAt === null ? due.usual : presentTime(dueAt, frame.language)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </details>
  )
}
