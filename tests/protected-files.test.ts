import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { encryptedPage, textContent } from './hostile/tiny-pdf.ts'
import { INVOICE } from './hostile/verdict.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('a file with a password', () => {
  let world: World
  let clerk: SignedIn
  let id: string
  before(async () => {
    world = await createWorld()
    clerk = await world.person('Books')
    const bytes = encryptedPage(textContent(INVOICE), { user: 'secret', owner: 'owner' })
    const answer = await world.ask(clerk, '/api/v1/documents', {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'Content-Type': 'application/pdf', 'X-File-Name': 'locked.pdf' },
    })
    assert.equal(answer.status, 202)
    id = ((await answer.json()) as { id: string }).id
    await world.work()
  })
  after(() => world.close())

  const row = () => world.documents.get(clerk.organisationId, id)
  async function readAgain(body: unknown) {
    const { version } = (await row())!
    const answer = await world.ask(clerk, `/api/v1/documents/${id}/reprocess`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    await world.work()
    return answer
  }

  it('is set aside, and its page asks for the password', async () => {
    assert.equal((await row())?.reason?.code, 'password_required')
    const page = await (await world.ask(clerk, `/documents/${id}`, { headers: { Accept: 'text/html' } })).text()
    assert.match(page, /<input type="password" name="password"/)
  })

  it('stays aside with a wrong password, and says so', async () => {
    await readAgain({ password: 'guess' })
    assert.match((await row())?.reason?.message ?? '', /does not open/)
    const page = await (await world.ask(clerk, `/documents/${id}`, { headers: { Accept: 'text/html' } })).text()
    assert.match(page, /This password does not open the file/)
  })

  it('refuses what is no password', async () => assert.equal((await readAgain({ pass: 'secret' })).status, 422))

  it('is read with the right one', async () => {
    assert.equal((await readAgain({ password: 'secret' })).status, 202)
    assert.equal((await row())?.status, 'review')
    const reading = await (await world.ask(clerk, `/api/v1/documents/${id}/pages/1/reading`)).text()
    assert.match(reading, /HX-77/)
  })
})
