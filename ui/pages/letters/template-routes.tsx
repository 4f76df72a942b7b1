import { Hono } from 'hono'
import { LETTER_PLACES, LetterLanguage, LetterTemplate, USUAL_LETTERS, unknownPlaces } from '../../../core/letters/index.ts'
import { journal } from '../../api/companies.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import type { Assets } from '../../islands/build.ts'
import { letterTexts } from '../../texts/letters.ts'
import { page } from '../render.tsx'
import { LettersPage, type TemplateShown } from './letters-page.tsx'

const SHOWN = 200

/** The journal of letters, and the organisation's own wording of them. */
export function letterTemplateRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const shown = async (c: UiContext, refused: TemplateShown | null) => {
    const { organisationId } = c.get('session')
    const letters = await deps.letters.latest(organisationId, SHOWN)
    const templates = await Promise.all(
      LetterLanguage.options.map(async (language): Promise<TemplateShown> => {
        if (refused?.language === language) return refused
        const own = await deps.letters.template(organisationId, language)
        return { ...(own ?? USUAL_LETTERS[language]), language, refused: null }
      }),
    )
    const places = placesOf(deps, c.get('language'))
    const isSaved = c.req.query('notice') === 'saved'
    return page(
      c,
      assets,
      (frame) => <LettersPage frame={frame} letters={letters} templates={templates} places={places} isSaved={isSaved} />,
      refused === null ? 200 : 422,
    )
  }

  app.get('/letters', (c) => shown(c, null))

  app.post('/letters/templates', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, 100_000))
    const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n')
    const language = LetterLanguage.safeParse(form.get('language')).data ?? 'ru'
    const typed = { subject: text('subject'), body: text('body') }
    const template = LetterTemplate.safeParse(typed)
    const t = letterTexts(c.get('language'))
    if (!template.success) return shown(c, { ...typed, language, refused: t.misfit })
    const known = new Set(placesOf(deps, 'en').map(({ name }) => name))
    const unknown = unknownPlaces(`${typed.subject}\n${typed.body}`, known)
    if (unknown.length > 0)
      return shown(c, { ...typed, language, refused: `${t.unknown}: ${unknown.map((name) => `{${name}}`).join(', ')}.` })
    await deps.letters.saveTemplate(organisationId, language, template.data, userId)
    await journal(deps, c, 'letter_template_changed', { language })
    return c.redirect('/letters?notice=saved', 303)
  })

  return app
}

/** What a template may name: the single fields of all types, each once, and what every letter has. */
function placesOf({ types }: UiDeps, language: 'en' | 'ru'): readonly { readonly name: string; readonly caption: string }[] {
  const t = letterTexts(language)
  const fields = new Map(
    types.flatMap(({ fields: all }) =>
      all.flatMap(({ path, caption }) => (path.includes('[]') ? [] : [[path, caption[language]] as const])),
    ),
  )
  return [...LETTER_PLACES.map((name) => ({ name, caption: t.always[name] })), ...[...fields].map(([name, caption]) => ({ name, caption }))]
}
