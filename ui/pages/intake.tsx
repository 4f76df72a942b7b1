import type { IntakeItem, IntakeJournal, IntakeSourceState } from '../../adapters/db/index.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { intakeTexts } from '../texts/intake.ts'
import { problemTexts } from '../texts/problems.ts'
import { presentTime } from '../views/present-time.ts'

type Page = Awaited<ReturnType<IntakeJournal['list']>>

interface Props extends Page {
  readonly frame: Frame
  readonly sources: readonly IntakeSourceState[]
  readonly filter: { readonly source: string | null; readonly refused: boolean }
}

export const IntakePage = ({ frame, sources, filter, items, files, next }: Props) => {
  const t = intakeTexts(frame.language)
  const query = { ...(filter.source && { source: filter.source }), ...(filter.refused && { refused: '1' }) }
  return (
    <Shell frame={frame} title={t.title} current="intake">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {sources.length === 0 ? null : <Sources frame={frame} sources={sources} />}
      <p class="inline">
        <a href="/intake" aria-current={!filter.refused && !filter.source ? 'true' : undefined}>
          {t.all}
        </a>{' '}
        <a href="/intake?refused=1" aria-current={filter.refused ? 'true' : undefined}>
          {t.onlyRefused}
        </a>
      </p>
      {items.length === 0 ? (
        <p class="muted">{filter.refused ? t.noRefused : t.none}</p>
      ) : (
        <PlainTable heads={[t.when, t.what, t.outcome]}>
          {items.map((item) => (
            <tr>
              <td>
                <time dateTime={item.at}>{presentTime(item.at, frame.language)}</time>
              </td>
              <td>
                <bdi>{item.name || t.nameless}</bdi>
                <div class="muted small">
                  {t.channels[item.channel]}
                  {item.source === item.channel ? '' : ` ${item.source}`}
                  {item.sender === null ? '' : `, ${item.sender}`}
                </div>
              </td>
              <td>
                <Outcome frame={frame} item={item} />
                <Inside frame={frame} parentId={item.id} files={files} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {next === null ? null : (
        <p>
          <a href={`/intake?${new URLSearchParams({ ...query, after: next })}`}>{t.older}</a>
        </p>
      )}
    </Shell>
  )
}

const Sources = ({ frame, sources }: { frame: Frame; sources: readonly IntakeSourceState[] }) => {
  const t = intakeTexts(frame.language)
  return (
    <section>
      <h2>{t.sources}</h2>
      <PlainTable heads={[t.source, t.lastLook, t.state]}>
        {sources.map(({ source, channel, lookedAt, problem, problemSince }) => (
          <tr>
            <td>
              <a href={`/intake?source=${encodeURIComponent(source)}`}>{source}</a> <span class="muted small">{t.channels[channel]}</span>
            </td>
            <td>{lookedAt ? presentTime(lookedAt, frame.language) : t.notYet}</td>
            <td>
              {problem === null
                ? t.works
                : `${t.problems[problem] ?? `${t.problem} (${problem})`}${problemSince ? `, ${t.since} ${presentTime(problemSince, frame.language)}` : ''}`}
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  )
}

/** The files of a message or archive, and those of archives in a message. */
const Inside = ({ frame, parentId, files }: { frame: Frame; parentId: string; files: readonly IntakeItem[] }) => {
  const t = intakeTexts(frame.language)
  const own = files.filter((file) => file.parentId === parentId)
  return own.length === 0 ? null : (
    <ul class="plain">
      {own.map((file) => (
        <li>
          <bdi>{file.name || t.nameless}</bdi>: <Outcome frame={frame} item={file} />
          <Inside frame={frame} parentId={file.id} files={files} />
        </li>
      ))}
    </ul>
  )
}

const Outcome = ({ frame, item }: { frame: Frame; item: IntakeItem }) => {
  const t = intakeTexts(frame.language)
  const { state, documentId, code } = item
  if (state === 'accepted' || state === 'duplicate')
    return (
      <>
        {t.states[state]}. {documentId === null ? t.gone : <a href={`/documents/${documentId}`}>{t.open}</a>}
      </>
    )
  const known: Readonly<Record<string, string>> = problemTexts(frame.language)
  return (
    <>
      {t.states[state]}
      {code === null ? '' : `. ${t.reasons[code] ?? known[code] ?? code}`}
    </>
  )
}
