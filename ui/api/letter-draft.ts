import type { DocumentRow, Letter } from '../../adapters/db/index.ts'
import { type LetterLanguage, type LetterText, USUAL_LETTERS } from '../../core/letters/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { letterTexts } from '../texts/letters.ts'
import { findingLine, type LetterDraft, letterDraft, openFindings } from '../views/letter-draft.ts'
import { requireSeen } from './blind.ts'
import { journal } from './companies.ts'
import { opened } from './opened-document.ts'

export interface DraftedLetter extends LetterDraft {
  readonly language: LetterLanguage
  readonly to: string
  /** The address comes from the list of suppliers. */
  readonly isKnown: boolean
  /** Where an answer goes: the address of whoever drafts it. */
  readonly replyTo: string
  /** The checks that speak against the document; `at` names one of them. */
  readonly about: readonly { readonly at: number; readonly text: string; readonly isChosen: boolean }[]
}

/**
 * A letter about what does not agree, not kept anywhere. `chosen`: places of the findings that the letter is about; null = all that are open. Errors:
 * `conflict` where nothing was read, or a blind review is still to come.
 */
export async function draftLetter(
  deps: UiDeps,
  c: UiContext,
  row: DocumentRow,
  language: LetterLanguage,
  chosen: ReadonlySet<number> | null,
): Promise<DraftedLetter> {
  const { organisationId, organisation, userId, person } = c.get('session')
  const { result, type, view } = await opened(deps, c, row)
  if (!result || !type) throw new HttpProblem('conflict', letterTexts('en').notForThis)
  await requireSeen(deps, c.get('session'), row, result)
  const overridden = new Set(view?.findings.flatMap(({ ruleId, overridden: why }) => (why === null ? [] : [ruleId])))
  const open = openFindings(result, overridden)
  const findings = open.filter(({ at }) => chosen?.has(at) ?? true)
  const template = (await deps.letters.template(organisationId, language)) ?? USUAL_LETTERS[language]
  const today = new Date().toISOString().slice(0, 10)
  const about = { result, type, language, organisation: organisation ?? '', person: person ?? '', today }
  const people = await deps.accounts.users(organisationId)
  const code = result.matched?.seller?.company?.code
  const email = code === undefined ? null : ((await deps.companies.get(organisationId, 'supplier', code))?.email ?? null)
  return {
    ...letterDraft(template, { ...about, findings: findings.map(({ finding }) => finding) }),
    language,
    to: email ?? '',
    isKnown: email !== null,
    replyTo: people.find(({ id }) => id === userId)?.email ?? '',
    about: open.map(({ finding, at }) => ({
      at,
      text: findingLine(finding, { result, type, language: c.get('language') }),
      isChosen: chosen?.has(at) ?? true,
    })),
  }
}

/**
 * Puts a letter on its way, word for word as a person sent it. Null when another letter has left under this id already: the same id with the same words
 * is the same letter. Errors: `conflict` without a mail server.
 */
export async function sendLetter(
  deps: UiDeps,
  c: UiContext,
  row: DocumentRow,
  { id, replyTo, ...letter }: LetterText & { readonly id: string; readonly replyTo: string },
): Promise<Letter | null> {
  const { organisationId, userId } = c.get('session')
  if (!deps.hasMail) throw new HttpProblem('conflict', letterTexts('en').noMail)
  const left = await deps.letters.send(organisationId, { ...letter, id, documentId: row.id, replyTo: replyTo || null }, userId)
  const isSame = left?.to === letter.to && left.subject === letter.subject && left.body === letter.body
  if (!isSame) return null
  await journal(deps, c, 'letter_sent', { document: row.id, letter: id })
  return left
}

/** Another try for a letter that the mail server has refused; false when it has not. */
export async function sendLetterAgain(deps: UiDeps, c: UiContext, row: DocumentRow, letter: string): Promise<boolean> {
  const again = await deps.letters.sendAgain(c.get('session').organisationId, row.id, letter)
  if (again) await journal(deps, c, 'letter_sent_again', { document: row.id, letter })
  return again
}
