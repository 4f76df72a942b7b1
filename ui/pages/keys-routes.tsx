import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { keyTexts } from '../texts/keys.ts'
import { type DeskCommand, keyName, keyOf, keysWith, USUAL_KEYS } from '../views/desk-keys.ts'
import { KeysPage } from './keys.tsx'
import { page } from './render.tsx'

type Written = Readonly<Record<DeskCommand, string>>
const COMMANDS = Object.keys(USUAL_KEYS) as readonly DeskCommand[]
const NONE: ReadonlySet<DeskCommand> = new Set()

/** The keys of the desk, each person's own. */
export function keyRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const shown = async (c: UiContext, written: Written, problem: string | null = null, wrong = NONE) => {
    const { keys } = await assets()
    const isSaved = c.req.method === 'GET' && c.req.query('saved') === '1'
    return page(
      c,
      assets,
      (frame) => <KeysPage frame={frame} script={keys} written={written} wrong={wrong} problem={problem} isSaved={isSaved} />,
      problem === null ? 200 : 422,
    )
  }

  app.get('/account/keys', async (c) => {
    const { organisationId, userId } = c.get('session')
    const keys = keysWith(await deps.desk.keys(organisationId, userId))
    return shown(
      c,
      written((command) => keyName(keys[command])),
    )
  })

  app.post('/account/keys', async (c) => {
    const { organisationId, userId } = c.get('session')
    const t = keyTexts(c.get('language'))
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    if (form.get('usual') === 'yes') {
      await deps.desk.saveKeys(organisationId, userId, {})
      return c.redirect('/account/keys?saved=1', 303)
    }
    const typed = written((command) => (form.get(command) ?? keyName(USUAL_KEYS[command])).replaceAll('\0', '').toWellFormed())
    const keys = COMMANDS.map((command) => ({ command, key: keyOf(typed[command]) }))
    const refused = keys.find(({ key }) => key === null)
    if (refused) return shown(c, typed, t.notAllowed.replace('{key}', typed[refused.command]), new Set([refused.command]))
    const twice = keys.filter(({ key }, at) => keys.findIndex((other) => other.key === key) !== at)
    if (twice[0]) return shown(c, typed, t.twice.replace('{key}', typed[twice[0].command]), new Set(twice.map(({ command }) => command)))
    const own = keys.flatMap(({ command, key }) => (key === null || key === USUAL_KEYS[command] ? [] : [[command, key] as const]))
    await deps.desk.saveKeys(organisationId, userId, Object.fromEntries(own))
    return c.redirect('/account/keys?saved=1', 303)
  })

  return app
}

function written(of: (command: DeskCommand) => string): Written {
  return Object.fromEntries(COMMANDS.map((command) => [command, of(command)])) as Written
}
