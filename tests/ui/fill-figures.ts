import { createFigures } from '../../adapters/db/index.ts'
import { createFigureRows } from '../figure-rows.ts'
import type { SignedIn, World } from './world.ts'

const DAYS = 60
const SELLERS = ['Northwind Traders Ltd', 'ООО «Ромашка»', 'Bäckerei Müller GmbH', 'Papeterie Lefèvre', 'АО «Северсталь-Метиз»', 'Acme Ltd']

/** Two months of an organisation's work with three reviewers, up to now: the same in every run but for the days it lies on. */
export async function fillFigures(world: World, admin: SignedIn): Promise<void> {
  const rows = createFigureRows(world.db, admin.organisationId)
  const people = [admin.userId, ...(await Promise.all([0, 1].map(async () => (await world.colleague(admin, 'reviewer')).userId)))]
  let state = 42
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const now = Date.now()
  for (let ago = DAYS; ago >= 0; ago--)
    for (let i = 0; i < 2 + Math.floor(random() * 2); i++) {
      const at = now - ago * 86_400_000 - Math.floor(random() * 3_600_000)
      const moment = (hours: number) => new Date(Math.min(now - 1_000, at + hours * 3_600_000)).toISOString()
      const seller = SELLERS[Math.floor(random() ** 2 * SELLERS.length)] ?? null
      const type = random() < 0.7 ? 'invoice' : 'receipt'
      // Three of four go straight through in the end, half of them at first.
      const isStraight = random() < 0.5 + (0.25 * (DAYS - ago)) / DAYS
      const isOpen = !isStraight && ago < 9 && random() < 0.6
      const id = await rows.document({ at: moment(0), type, seller, status: isOpen ? 'review' : 'approved' })
      if (isStraight) await rows.event(id, 'approved', 'approved:0', moment(0.02))
      else await rows.event(id, 'review_requested', 'review', moment(0.02))
      if (isOpen && ago > 5) await rows.event(id, 'review_escalated', 'escalated:1', moment(120))
      const person = people[Math.floor(random() * people.length)] ?? admin.userId
      if (!isStraight && !isOpen) {
        const waited = 0.2 + random() * 20
        await rows.event(id, 'approved', 'approved:1', moment(waited), person)
        const changed = random() < 0.4 ? Math.ceil(random() * 4) : 0
        await rows.effort(id, person, moment(waited), {
          activeS: 3 + Math.floor(random() ** 3 * 150),
          keystrokes: 1 + changed * 5,
          changed,
        })
      }
      if (random() < 0.4) {
        const wrong = random() < 0.06
        const value = () => [0.55 + 0.45 * Math.sqrt(random()), random() < 0.93] as const
        const kind = isStraight ? 'audit' : 'shadow'
        await rows.judgement(id, kind, wrong, { number: value(), issueDate: value(), 'totals.gross': value() }, moment(0.1), type)
      }
      if (random() < 0.5) await rows.call(id, (0.001 + random() * 0.01).toFixed(6), 'USD', moment(0.01))
    }
  await createFigures(world.db).assume(
    admin.organisationId,
    {
      minutesBefore: 7.5,
      minutesAfter: null,
      documentsPerMonth: null,
      hourCost: '28',
      monthlyCost: '20',
      setUpCost: '900',
      currency: 'EUR',
    },
    admin.userId,
  )
}
