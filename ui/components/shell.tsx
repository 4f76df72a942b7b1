import type { ComponentChildren } from 'preact'
import type { Permission } from '../../core/permissions.ts'
import type { Language } from '../language.ts'
import { acceptanceTexts } from '../texts/acceptance.ts'
import { accessTexts } from '../texts/access.ts'
import { clientTexts } from '../texts/clients.ts'
import { commonTexts } from '../texts/common.ts'
import { exportSettingTexts } from '../texts/export-settings.ts'
import { figureTexts } from '../texts/figures.ts'
import { languageModelTexts } from '../texts/language-models.ts'
import { masterDataTexts } from '../texts/master-data.ts'
import { peopleTexts } from '../texts/people.ts'
import { queueTexts } from '../texts/queues.ts'
import { webhookTexts } from '../texts/webhooks.ts'

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
  readonly current?:
    | 'access'
    | 'acceptance'
    | 'export-settings'
    | 'figures'
    | 'language-models'
    | 'clients'
    | 'lists'
    | 'documents'
    | 'people'
    | 'queues'
    | 'upload'
    | 'webhooks'
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
          {frame.person === null ? (
            <span class="grow" />
          ) : (
            <nav class="nav grow" aria-label={t.product}>
              <a href="/documents" aria-current={current === 'documents' ? 'page' : undefined}>
                {t.documents}
              </a>
              {frame.may.has('documents:review') ? (
                <a href="/queues" aria-current={current === 'queues' ? 'page' : undefined}>
                  {queueTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('documents:write') ? (
                <a href="/upload" aria-current={current === 'upload' ? 'page' : undefined}>
                  {t.upload}
                </a>
              ) : null}
              {frame.may.has('master-data:read') ? (
                <a href="/suppliers" aria-current={current === 'lists' ? 'page' : undefined}>
                  {masterDataTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('settings:read') ? (
                <a href="/figures" aria-current={current === 'figures' ? 'page' : undefined}>
                  {figureTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('settings:read') ? (
                <a href="/acceptance" aria-current={current === 'acceptance' ? 'page' : undefined}>
                  {acceptanceTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('settings:read') ? (
                <a href="/language-models" aria-current={current === 'language-models' ? 'page' : undefined}>
                  {languageModelTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('settings:read') ? (
                <a href="/export-settings" aria-current={current === 'export-settings' ? 'page' : undefined}>
                  {exportSettingTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('people:read') ? (
                <a href="/people" aria-current={current === 'people' ? 'page' : undefined}>
                  {peopleTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('people:read') ? (
                <a href="/clients" aria-current={current === 'clients' ? 'page' : undefined}>
                  {clientTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('webhooks:read') ? (
                <a href="/webhooks" aria-current={current === 'webhooks' ? 'page' : undefined}>
                  {webhookTexts(frame.language).nav}
                </a>
              ) : null}
              {frame.may.has('journal:read') ? (
                <a href="/access" aria-current={current === 'access' ? 'page' : undefined}>
                  {accessTexts(frame.language).nav}
                </a>
              ) : null}
            </nav>
          )}
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
