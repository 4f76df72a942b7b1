import type { ComponentChildren } from 'preact'
import type { Permission } from '../../core/permissions.ts'
import type { Language } from '../language.ts'
import { commonTexts } from '../texts/common.ts'
import { MainNav, type RoomName } from './main-nav.tsx'

export interface Frame {
  readonly language: Language
  /** Name of the signed-in person; null before sign-in. */
  readonly person: string | null
  readonly organisation: string | null
  readonly may: ReadonlySet<Permission>
  /** Path and query of this page: where the language switch comes back to. */
  readonly here: string
  readonly styles: string
}

interface Props {
  readonly frame: Frame
  readonly title: string
  readonly current?: RoomName
  /** Address of the island's script. */
  readonly script?: string
  readonly wide?: boolean
  readonly children: ComponentChildren
}

export const Shell = ({ frame, title, current, script, wide, children }: Props) => {
  const t = commonTexts(frame.language)
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${t.product}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={frame.styles} />
        {script ? <script type="module" src={script} /> : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <header class="top">
          <a class="brand" href="/documents">
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path d="M5 2h10l5 5v15H5Z" class="brand-paper" />
              <path d="m8.5 14 2.8 2.8 5-5.8" class="brand-tick" />
            </svg>
            <span>{t.product}</span>
          </a>
          {frame.person === null ? <span class="grow" /> : <MainNav language={frame.language} may={frame.may} current={current} />}
          <LanguageSwitch frame={frame} />
          {frame.person === null ? null : (
            <form method="post" action="/sign-out" class="who">
              <a class="person" href="/account" title={frame.organisation ?? undefined}>
                <bdi>{frame.person}</bdi>
              </a>
              <button type="submit" class="quiet">
                {t.signOut}
              </button>
            </form>
          )}
        </header>
        <main id="main" class={wide ? 'wide' : undefined} tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

const LanguageSwitch = ({ frame }: { frame: Frame }) => (
  <form method="post" action="/language" class="languages" aria-label={commonTexts(frame.language).language}>
    <input type="hidden" name="back" value={frame.here} />
    {(['en', 'ru'] as const).map((language) => (
      <button
        type="submit"
        name="language"
        value={language}
        class="quiet"
        lang={language}
        aria-pressed={language === frame.language ? 'true' : 'false'}
      >
        {language === 'en' ? 'EN' : 'РУ'}
      </button>
    ))}
  </form>
)
