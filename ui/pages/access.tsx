import type { AccessLog } from '../../adapters/db/index.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { type Frame, Shell } from '../components/shell.tsx'
import { accessTexts } from '../texts/access.ts'
import { presentTime } from '../views/present-time.ts'

type Page = Awaited<ReturnType<AccessLog['list']>>

export const AccessPage = ({ frame, guesses, items, next }: { readonly frame: Frame; readonly guesses: boolean } & Page) => {
  const t = accessTexts(frame.language)
  return (
    <Shell frame={frame} title={t.title} current="access">
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <nav class="inline" aria-label={t.title}>
        <a href="/access" aria-current={guesses ? undefined : 'page'}>
          {t.all}
        </a>
        <a href="/access?of=guesses" aria-current={guesses ? 'page' : undefined}>
          {t.guesses}
        </a>
      </nav>
      {items.length === 0 ? <p>{t.none}</p> : null}
      <PlainTable heads={[t.when, t.what, t.who, t.address, t.detail]}>
        {items.map(({ at, kind, actor, address, detail }) => (
          <tr>
            <td>
              <time dateTime={at}>{presentTime(at, frame.language)}</time>
            </td>
            <td>{t.kinds[kind] ?? kind}</td>
            <td>
              <bdi>{actor ?? t.nobody}</bdi>
            </td>
            <td>{address === '' ? t.terminal : address}</td>
            <td>
              {Object.entries(detail)
                .map(([name, value]) =>
                  name === 'until' ? `${t.until} ${presentTime(String(value), frame.language)}` : `${name}: ${value}`,
                )
                .join(', ')}
            </td>
          </tr>
        ))}
      </PlainTable>
      {next === null ? null : (
        <p>
          <a href={`/access?${guesses ? 'of=guesses&' : ''}after=${encodeURIComponent(next)}`}>{t.older}</a>
        </p>
      )}
    </Shell>
  )
}
