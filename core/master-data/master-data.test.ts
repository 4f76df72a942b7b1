import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { accountKeyOf, type Company, CompanyEntry, companyProblems, matchCompany, nameLikeness, type PrintedParty } from './index.ts'

const company = (entry: Partial<CompanyEntry> & { code: string; name: string }): Company => ({ ...CompanyEntry.parse(entry), version: 1 })
const party = (change: Partial<PrintedParty>): PrintedParty => ({ names: [], taxIds: [], kpp: null, accounts: [], ...change })

// Tax ids, accounts and БИК of DOMAIN §2.2.
const VOSTOK = company({ code: '1', name: 'ООО «Восток»', taxIds: ['7707083893'], kpp: '773601001', country: 'RU' })
const VOSTOK_BRANCH = company({ code: '2', name: 'ООО «Восток», филиал', taxIds: ['7707083893'], kpp: '7707AB001', country: 'RU' })
const WERKE = company({
  code: '3',
  name: 'Muster Werke GmbH',
  taxIds: ['DE136695976'],
  accounts: [{ account: 'DE89 3704 0044 0532 0130 00', bik: null, bankName: null }],
})
const NUMBERLESS = company({
  code: '4',
  name: 'Paper & Pen Ltd',
  accounts: [{ account: '40702810938000000001', bik: '044525225', bankName: null }],
})
const ALL = [VOSTOK, WERKE, NUMBERLESS]

describe('how alike names are', () => {
  it('is the Dice coefficient of their letter groups', () => {
    // ROSE: __R _RO ROS OSE SE_ ; ROSA: __R _RO ROS OSA SA_ ; three of five shared: 2·3 / 10.
    assert.equal(nameLikeness('Rose', 'Rosa'), 0.6)
    assert.equal(nameLikeness('Rose', 'Tulip'), 0)
    assert.equal(nameLikeness('', 'Tulip'), 0)
  })
  it('takes no notice of legal forms, case, signs and of letters that look alike', () => {
    assert.equal(nameLikeness('ООО «Ромашка»', 'РОМАШКА'), 1)
    assert.equal(nameLikeness('Muster Werke GmbH & Co. KG', 'MUSTER-WERKE'), 1)
    assert.equal(nameLikeness('TECTOP', 'ТЕСТОР'), 1, 'the second in Cyrillic')
  })
  it('still compares names that are nothing but a legal form', () => {
    assert.equal(nameLikeness('AG', 'AG'), 1)
    assert.equal(nameLikeness('AG', 'KG'), 0)
  })
})

describe('matching a party', () => {
  it('goes by the tax id, whatever the name says', () => {
    assert.deepEqual(matchCompany(party({ names: ['Quite Another'], taxIds: ['DE 136 695 976'] }), ALL), {
      state: 'known',
      by: 'taxId',
      company: WERKE,
      proposals: [],
    })
  })
  it('does not use a tax id whose check digit is wrong, and only proposes by the name', () => {
    const match = matchCompany(party({ names: ['Muster Werke'], taxIds: ['DE136695978'] }), ALL)
    assert.deepEqual(match, {
      state: 'proposed',
      by: 'name',
      company: null,
      proposals: [{ code: '3', name: 'Muster Werke GmbH', score: 1 }],
    })
  })
  it('tells branches of one tax id apart by КПП, and proposes both where that fails', () => {
    const at = (kpp: string | null) => matchCompany(party({ taxIds: ['7707083893'], kpp }), [VOSTOK, VOSTOK_BRANCH])
    assert.equal(at('7707AB001').company?.code, '2')
    assert.deepEqual([at(null).state, at(null).proposals.map(({ code }) => code)], ['proposed', ['1', '2']])
  })
  it('goes by the account where there is no tax id, in any spelling', () => {
    // The IBAN of DOMAIN §2.2 holds БИК 044525600 and another account; a bare number needs its bank.
    const russian = { account: '40702810938000000001', bik: '044525225' }
    assert.equal(matchCompany(party({ accounts: [russian] }), ALL).company?.code, '4')
    assert.equal(matchCompany(party({ accounts: [{ ...russian, bik: null }] }), ALL).state, 'unknown')
    assert.equal(accountKeyOf('RU0204452560040702810412345678901', null), '044525600/40702810412345678901')
  })
  it('does not believe an account or a name that comes with another company’s tax id', () => {
    const forged = party({
      names: ['Muster Werke GmbH'],
      taxIds: ['FR40303265045'],
      accounts: [{ account: 'DE89370400440532013000', bik: null }],
    })
    assert.equal(matchCompany(forged, ALL).state, 'unknown')
  })
  it('proposes names best first and leaves out what is not alike', () => {
    const match = matchCompany(party({ names: ['Paper and Pencil'] }), ALL)
    assert.deepEqual([match.state, match.proposals.map(({ code }) => code)], ['proposed', ['4']])
    assert.equal(matchCompany(party({ names: ['Seaside Catering'] }), ALL).state, 'unknown')
  })
})

describe('what cannot be right in an entry', () => {
  const problems = (change: Partial<CompanyEntry>) =>
    companyProblems(CompanyEntry.parse({ code: 'x', name: 'X', ...change })).map(({ field }) => field)
  it('are check digits of tax ids, КПП, БИК and accounts', () => {
    assert.deepEqual(problems({ taxIds: ['7707083894'], country: 'RU' }), ['taxIds'])
    assert.deepEqual(problems({ taxIds: ['DE136695978'] }), ['taxIds'])
    assert.deepEqual(problems({ kpp: '000101001' }), ['kpp'])
    assert.deepEqual(problems({ accounts: [{ account: 'DE89370400440532013001', bik: null, bankName: null }] }), ['accounts'])
    assert.deepEqual(problems({ accounts: [{ account: '40702810938000000002', bik: '044525225', bankName: null }] }), ['accounts'])
    assert.deepEqual(problems({ accounts: [{ account: '40702810938000000001', bik: '44525225', bankName: null }] }), ['accounts'])
  })
  it('is nothing where all of them are right, or no check is published', () => {
    assert.deepEqual(problems({ taxIds: ['7707083893', '500100732259'], country: 'RU', kpp: '773601001' }), [])
    assert.deepEqual(problems({ taxIds: ['12-3456789'], country: 'US' }), [])
  })
})
