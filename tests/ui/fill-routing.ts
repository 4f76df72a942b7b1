import type { SignedIn, World } from './world.ts'

/** Rules of several sorts, one of which names somebody who does not review any more. Nothing is applied to what waits. Returns the id of that one. */
export async function fillRouting(world: World, owner: SignedIn): Promise<string> {
  const chief = await world.colleague(owner, 'approver', 'Olga Lebedeva')
  const gone = await world.colleague(owner, 'reviewer', 'Pavel Smirnov')
  await world.ask(owner, '/queues', { method: 'POST', body: new URLSearchParams({ name: 'Freight', byRule: 'yes', dueHours: '24' }) })
  const queue = (await world.queues.list(owner.organisationId)).find(({ name }) => name === 'Freight')
  const rules = [
    { name: 'Large bills', when: { type: 'invoice', currency: 'EUR', least: '10000' }, to: { approver: chief.userId, dueHours: 8 } },
    { name: 'To Pavel', when: { currency: 'RUB' }, to: { person: gone.userId } },
    { name: 'Freight', when: { currency: 'USD' }, to: { queue: queue?.id } },
    { name: 'Nobody knows what it is', when: { type: 'unknown' }, to: { person: chief.userId, dueHours: 4 } },
  ]
  const ids = new Map<string, string>()
  for (const rule of rules) {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await world.ask(owner, '/api/v1/routing-rules', { method: 'POST', body: JSON.stringify(rule), headers })
    if (!answer.ok) throw new Error(await answer.text())
    ids.set(rule.name, ((await answer.json()) as { id: string }).id)
  }
  await world.accounts.changeUser(owner.organisationId, gone.userId, { role: 'uploader' })
  return ids.get('To Pavel') ?? ''
}
