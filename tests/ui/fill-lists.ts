import assert from 'node:assert/strict'
import type { SignedIn, World } from './world.ts'

/** A supplier, an order and limits, for the screens of the lists. The ИНН has right check digits. */
export async function fillLists(world: World, who: SignedIn): Promise<void> {
  const send = async (path: string, body: object) => {
    const sent = { method: 'PUT', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    const answer = await world.ask(who, `/api/v1${path}`, sent)
    assert.ok(answer.ok, await answer.text())
  }
  await send('/suppliers/00017', {
    name: 'ООО «Северная бумага и канцелярские принадлежности»',
    taxIds: ['7707083893'],
    accounts: [{ account: 'DE89370400440532013000' }],
  })
  await send('/order-tolerances', { pricePercent: '2.5', quantityAmount: '1' })
  const orders =
    'Order,Supplier,Currency,Line,Item,Name,Quantity,Unit,Price,Received\nPO-2026/17,00017,EUR,1,A-1,Paper A4,10,box,12.50,10\n'
  const answer = await world.ask(who, '/api/v1/orders/import', { method: 'POST', body: orders })
  assert.ok(answer.ok, await answer.text())
}

const TABLE = `Код;Наименование;ИНН;Страна
00017;ООО «Северная бумага»;7707083893;RU
00018;Nordwind Möbel GmbH;;DE
00019;ООО «Опечатка»;7707083894;RU
`

/** Sends a table in as the form does; the address where it is shown. */
export async function tableSent(world: World, who: SignedIn, text = TABLE, path = '/suppliers'): Promise<string> {
  const body = new FormData()
  body.set('file', new File([text], 'suppliers.csv', { type: 'text/csv' }))
  const answer = await world.ask(who, `${path}/import`, { method: 'POST', body })
  assert.equal(answer.status, 303, await answer.text())
  return answer.headers.get('location') ?? ''
}
