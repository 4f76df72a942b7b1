import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { compressedPage } from './hostile/compressed-pdf.ts'
import { deflatedZeros, onePage, textContent, withAttachment } from './hostile/tiny-pdf.ts'
import { createJudge, INVOICE, type Judge } from './hostile/verdict.ts'

// PDFs that want to do something, or carry something. None of it runs, and a person is told.
const TEXT = textContent(INVOICE)
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const UBL = 'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"'

let judge: Judge
before(async () => {
  judge = await createJudge()
})
after(() => judge.close())

const findingsOf = async (bytes: Buffer) => {
  const { words, findings } = await judge.verdictOn(bytes)
  assert.match(words, /HX-77/)
  return findings
}

describe('row 47: active content, plain and inside compressed objects', () => {
  const active: Readonly<Record<string, readonly [catalogue: string, object: string]>> = {
    'a script on opening': ['/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>', 'null'],
    'a script whose name is spelt with escapes': ['/OpenAction << /S /J#61vaScript /#4aS (x) >>', 'null'],
    'a script in the name tree': ['/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>', 'null'],
    'a program to launch': ['/OpenAction << /S /Launch /F (calc.exe) >>', 'null'],
    'an address to open': ['/OpenAction 6 0 R', '<< /S /URI /URI (http://192.0.2.1/) >>'],
    'an address on closing': ['/AA << /WC << /S /URI /URI (http://192.0.2.1/) >> >>', 'null'],
    'a jump into an attachment': ['/OpenAction << /S /GoToE /F (x.pdf) >>', 'null'],
    'a form that sends itself': ['/AcroForm << /Fields [6 0 R] >>', '<< /T (a) /FT /Btn /A << /S /SubmitForm /F (http://192.0.2.1/) >> >>'],
    'an XFA form': ['/AcroForm << /XFA 6 0 R >>', '<< >>'],
  }
  for (const [name, [catalogue, object]] of Object.entries(active))
    it(`${name}: read, and a person is told`, async () => {
      for (const bytes of [onePage(TEXT, { catalogue }, [object]), compressedPage(TEXT, catalogue, [object])])
        assert.ok((await findingsOf(bytes)).includes('active_content'))
    })

  it('a start page and links that a person clicks are harmless', async () => {
    const link = '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://192.0.2.1/) >> >>'
    const bytes = onePage(TEXT, { catalogue: '/OpenAction [3 0 R /Fit]', pageExtra: '/Annots [6 0 R]' }, [link])
    assert.ok(!(await findingsOf(bytes)).includes('active_content'))
  })
})

describe('row 48: attachments', () => {
  const xml = (text: string) => withAttachment(TEXT, 'factur-x.xml', deflateSync(Buffer.from(text)), '/Filter /FlateDecode')

  it('the EICAR test file, in the name tree or pinned to the page: malware', async () => {
    const packed = deflateSync(Buffer.from(EICAR))
    await judge.refused(withAttachment(TEXT, 'readme.txt', packed, '/Filter /FlateDecode'), 'malware')
    const file = '<< /Type /Filespec /F (a) /EF << /F 6 0 R >> >>'
    const pinned = `/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS ${file} >>]`
    await judge.refused(
      onePage(TEXT, { pageExtra: pinned }, [{ dict: '/Type /EmbeddedFile /Filter /FlateDecode', data: packed }]),
      'malware',
    )
  })

  it('a program and another PDF stay unread', async () => {
    await findingsOf(withAttachment(TEXT, 'a.exe', Buffer.from('MZ\x90\0')))
    const other = onePage(textContent(['Invoice number: OTHER-1', 'Total due: EUR 9999.00']))
    const { words } = await judge.verdictOn(withAttachment(TEXT, 'a.pdf', other))
    assert.doesNotMatch(words, /OTHER-1|9999/)
  })

  it('external entities and a thousand million laughs: set aside, and a person is told', async () => {
    const external = `<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice ${UBL}><ID>&x;</ID></Invoice>`
    const name = (i: number) => String.fromCharCode(97 + i)
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY ${name(i + 1)} "${`&${name(i)};`.repeat(10)}">`).join('')
    for (const text of [external, `<!DOCTYPE Invoice [<!ENTITY a "ha">${laughs}]><Invoice ${UBL}>&j;</Invoice>`])
      assert.ok((await findingsOf(xml(text))).includes('xml_unsafe'))
  })

  it('two e-invoices that differ: a person is told; the same one twice is one', async () => {
    const file = (name: string, number: number) => `(${name}) << /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${number} 0 R >> >>`
    const catalogue = `/Names << /EmbeddedFiles << /Names [${file('a.xml', 6)} ${file('b.xml', 7)}] >> >>`
    const invoice = (number: string) => ({ dict: '/Type /EmbeddedFile', data: Buffer.from(`<Invoice ${UBL}><ID>${number}</ID></Invoice>`) })
    const carrying = (first: string, second: string) => onePage(TEXT, { catalogue }, [invoice(first), invoice(second)])
    assert.ok((await judge.verdictOn(carrying('1', '2'))).findings.includes('xml_several'))
    assert.ok(!(await judge.verdictOn(carrying('1', '1'))).findings.includes('xml_several'))
  })

  it('an attribute of 50 MB: not used, and a person is told', async () => {
    assert.ok((await findingsOf(xml(`<Invoice ${UBL} a="${'x'.repeat(50_000_000)}"/>`))).includes('xml_unreadable'))
  })

  it('an attachment that unpacks to half a gigabyte: too complex', async () => {
    const bomb = withAttachment(TEXT, 'factur-x.xml', deflatedZeros(2 ** 29, 2), '/Filter [/FlateDecode /FlateDecode]')
    assert.match((await judge.verdictOn(bomb)).outcome, /too_complex|review/)
  })
})
