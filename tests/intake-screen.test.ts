import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { zip } from './hostile/zip.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('the screen of intake', () => {
  let world: World
  let who: SignedIn
  before(async () => {
    world = await createWorld()
    who = await world.person('Uploader', 'uploader')
  })
  after(() => world.close())

  const screen = async (person: SignedIn, query: string, language: 'ru' | 'en') => {
    const answer = await world.ask(person, `/intake${query}`, { headers: { 'Accept-Language': language } })
    assert.equal(answer.status, 200)
    return answer.text()
  }

  it('shows every file of an archive with what became of it and why, in Russian and English, and nobody else’s', async () => {
    const archive = zip([
      { name: 'one.pdf', content: invoicePdf('S-1') },
      { name: '<b>two</b>.html', content: '<!doctype html>' },
    ])
    const form = new FormData()
    form.append('files', new File([new Uint8Array(archive)], 'pack.zip'))
    const uploaded = await (await world.ask(who, '/upload', { method: 'POST', body: form })).text()
    assert.match(uploaded, /pack\.zip\/one\.pdf/)
    const english = await screen(who, '', 'en')
    assert.match(english, /pack\.zip\/one\.pdf<\/bdi>: Accepted\. <a href="\/documents\/[0-9a-f-]{36}">/)
    assert.match(english, /&lt;b>two&lt;\/b>\.html<\/bdi>: Refused\. This kind of file is not accepted/)
    const russian = await screen(who, '?refused=1', 'ru')
    assert.match(russian, /Не принят\. Такие файлы не принимаются/)
    assert.match(russian, /Поступления/)
    const stranger = await world.person('Stranger', 'admin')
    assert.ok(!(await screen(stranger, '', 'en')).includes('pack.zip'))
    assert.match(await screen(stranger, '?refused=1&after=x&source=nobody', 'ru'), /Отказов нет/)
  })
})
