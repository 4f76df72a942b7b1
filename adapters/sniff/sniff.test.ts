import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sniff } from './index.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const PDF = '%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n'
const ZIP = 'PK\x03\x04\x14\0\0\0\x08\0'
const bytes = (content: string | Buffer) => (typeof content === 'string' ? Buffer.from(content, 'latin1') : content)

describe('sniff', () => {
  const refused: Readonly<Record<string, readonly [content: string | Buffer, named: RegExp]>> = {
    'a Windows program': ['MZ\x90\0', /Windows program/],
    'a Linux program': ['\x7fELF\x02', /Linux program/],
    'a script': ['#!/bin/sh\nid', /script/],
    'an Office document with macros': [`${ZIP}[Content_Types].xml word/vbaProject.bin`, /ZIP archive or an Office document/],
    'an XPS document': [`${ZIP}FixedDocSeq.fdseq`, /ZIP archive/],
    'an old Office document': [hex('d0cf11e0a1b11ae1'), /old Office document/],
    'a shortcut': [hex('4c0000000114020000000000c000000000000046'), /shortcut/],
    'an iPhone photo': [hex('000000186674797068656963'), /HEIC or AVIF/],
    'an AVIF photo': [hex('0000001c6674797061766966'), /HEIC or AVIF/],
    'a GIF': ['GIF89a', /GIF/],
    PostScript: ['%!PS-Adobe-3.0', /PostScript/],
    'an EPS with a preview': [hex('c5d0d3c61e000000'), /PostScript/],
    'an SVG': ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    'a web page': ['<!DOCTYPE html><html>', /web page/],
    'an e-mail': ['Received: from a by b\r\nFrom: x@example.com\r\n', /e-mail/],
    'another XML': ['<?xml version="1.0"?><order/>', /XML file of another kind/],
    'an MVG drawing': ['push graphic-context\nimage over 0,0 0,0 "x"', /not recognised/],
  }
  for (const [name, [content, named]] of Object.entries(refused))
    it(`refuses ${name} by its content and names it`, () =>
      assert.throws(() => sniff(bytes(content)), { code: 'unsupported_type', message: named }))

  it('gives a file that is two things at once one type, by its beginning', () => {
    assert.equal(sniff(bytes(`${PDF}${ZIP}`)).format, 'pdf')
    assert.equal(sniff(bytes(`${PDF}<html><script>x</script>`)).format, 'pdf')
    assert.equal(sniff(Buffer.concat([hex('ffd8fffe0100'), Buffer.from(PDF)])).format, 'jpeg')
    assert.equal(sniff(Buffer.concat([hex('89504e470d0a1a0a'), Buffer.from(PDF)])).format, 'png')
    for (const first of [ZIP, 'GIF89a', 'MZ\x90\0', '#!/bin/sh\n', '<html>', '%!PS-Adobe-3.0\n'])
      assert.throws(() => sniff(bytes(`${first}${PDF}`)), { code: 'unsupported_type' }, first)
  })

  it('takes a PDF behind up to 1 kB of junk, not behind more', () => {
    assert.equal(sniff(bytes(`${'scanner log\n'.repeat(80)}${PDF}`)).format, 'pdf')
    assert.throws(() => sniff(bytes(`${'scanner log\n'.repeat(100)}${PDF}`)), { code: 'unsupported_type' })
  })
})
