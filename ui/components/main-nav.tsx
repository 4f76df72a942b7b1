import type { Permission } from '../../core/permissions.ts'
import type { Language } from '../language.ts'
import { acceptanceTexts } from '../texts/acceptance.ts'
import { accessTexts } from '../texts/access.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { clientTexts } from '../texts/clients.ts'
import { commonTexts } from '../texts/common.ts'
import { exportSettingTexts } from '../texts/export-settings.ts'
import { figureTexts } from '../texts/figures.ts'
import { intakeTexts } from '../texts/intake.ts'
import { languageModelTexts } from '../texts/language-models.ts'
import { letterTexts } from '../texts/letters.ts'
import { masterDataTexts } from '../texts/master-data.ts'
import { paymentTexts } from '../texts/payments.ts'
import { peopleTexts } from '../texts/people.ts'
import { queueTexts } from '../texts/queues.ts'
import { routingTexts } from '../texts/routing.ts'
import { searchTexts } from '../texts/search.ts'
import { webhookTexts } from '../texts/webhooks.ts'

interface Room {
  readonly name: string
  readonly href: string
  /** Null = everybody. */
  readonly need: Permission | null
  readonly caption: (language: Language) => string
}

/** Where documents are worked on: always in sight. */
const WORK = [
  { name: 'documents', href: '/documents', need: null, caption: (language) => commonTexts(language).documents },
  { name: 'search', href: '/search', need: 'documents:read', caption: (language) => searchTexts(language).nav },
  { name: 'queues', href: '/queues', need: 'documents:review', caption: (language) => queueTexts(language).nav },
  { name: 'upload', href: '/upload', need: 'documents:write', caption: (language) => commonTexts(language).upload },
  { name: 'calendar', href: '/calendar', need: 'records:read', caption: (language) => calendarTexts(language).nav },
  { name: 'lists', href: '/suppliers', need: 'master-data:read', caption: (language) => masterDataTexts(language).nav },
  { name: 'figures', href: '/figures', need: 'settings:read', caption: (language) => figureTexts(language).nav },
] as const satisfies readonly Room[]

/** What is set up once and looked at now and then: behind one word, so that the head stays one line. */
const SET_UP = [
  { name: 'intake', href: '/intake', need: 'documents:read', caption: (language) => intakeTexts(language).nav },
  { name: 'routing', href: '/routing', need: 'settings:read', caption: (language) => routingTexts(language).nav },
  { name: 'acceptance', href: '/acceptance', need: 'settings:read', caption: (language) => acceptanceTexts(language).nav },
  { name: 'language-models', href: '/language-models', need: 'settings:read', caption: (language) => languageModelTexts(language).nav },
  { name: 'export-settings', href: '/export-settings', need: 'settings:read', caption: (language) => exportSettingTexts(language).nav },
  { name: 'letters', href: '/letters', need: 'documents:review', caption: (language) => letterTexts(language).nav },
  { name: 'payments', href: '/payments', need: 'documents:review', caption: (language) => paymentTexts(language).nav },
  { name: 'people', href: '/people', need: 'people:read', caption: (language) => peopleTexts(language).nav },
  { name: 'clients', href: '/clients', need: 'people:read', caption: (language) => clientTexts(language).nav },
  { name: 'webhooks', href: '/webhooks', need: 'webhooks:read', caption: (language) => webhookTexts(language).nav },
  { name: 'access', href: '/access', need: 'journal:read', caption: (language) => accessTexts(language).nav },
] as const satisfies readonly Room[]

export type RoomName = (typeof WORK | typeof SET_UP)[number]['name']

interface Props {
  readonly language: Language
  readonly may: ReadonlySet<Permission>
  readonly current: RoomName | undefined
}

/** The way around, with what this person may open. Works without script: the menu is a `details`. */
export const MainNav = ({ language, may, current }: Props) => {
  const t = commonTexts(language)
  const open = (rooms: readonly Room[]) => rooms.filter(({ need }) => need === null || may.has(need))
  const link = ({ name, href, caption }: Room) => (
    <a href={href} aria-current={name === current ? 'page' : undefined}>
      {caption(language)}
    </a>
  )
  const setUp = open(SET_UP)
  return (
    <nav class="nav grow" aria-label={t.product}>
      {open(WORK).map(link)}
      {setUp.length === 0 ? null : (
        <details class="menu">
          <summary data-current={setUp.some(({ name }) => name === current) ? 'yes' : undefined}>{t.setUp}</summary>
          <div class="menu-rooms">{setUp.map(link)}</div>
        </details>
      )}
    </nav>
  )
}
