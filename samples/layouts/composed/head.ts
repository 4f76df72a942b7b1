import type { Invoice, InvoiceParty } from '../../../schemas/invoice/schema.ts'
import { field } from '../../html.ts'
import { dateOf, labelled } from './print-value.ts'
import type { Structure } from './structure.ts'

type Side = 'seller' | 'buyer'

/** Name, title, the facts about the document and who is who. */
export function headHtml(invoice: Invoice, s: Structure): string {
  const title = `<h1>${s.captions.title}${s.meta === 'sentence' ? ` ${sentence(invoice, s)}` : ''}</h1>`
  const facts = factsHtml(invoice, s)
  return `${mastHtml(invoice, s)}${s.meta === 'above values' ? `${title}${partiesHtml(invoice, s)}${facts}` : `${title}${facts}${partiesHtml(invoice, s)}`}`
}

function mastHtml({ seller }: Invoice, s: Structure): string {
  const name = field('seller.name', seller.name)
  // Where the parties stand in captioned blocks the letterhead only repeats the name.
  const own = s.parties === 'buyer only' ? `<br>${addressHtml('seller', seller, s, ', ')}<br>${taxIdsHtml('seller', seller, s, ' · ')}` : ''
  const contacts = s.extras.contacts ? `<br>${contactsHtml(seller, s)}` : ''
  const align = { 'name left': 'left', 'name right': 'right', 'name centred': 'center', window: 'left' }[s.head]
  return `<div class="mast" style="text-align:${align}"><b class="name">${name}</b>${own}${contacts}</div>`
}

function contactsHtml({ contact }: InvoiceParty, s: Structure): string {
  return `${labelled(s, 'phone', field('seller.contact.phone', contact.phone))} ${labelled(s, 'email', field('seller.contact.email', contact.email))}`
}

function sentence({ number, issueDate }: Invoice, s: Structure): string {
  const between = { ru: 'от', en: 'dated', de: 'vom', fr: 'du' }[s.language]
  const mark = { ru: '№', en: 'No.', de: 'Nr.', fr: 'n°' }[s.language]
  return `${mark} ${field('number', number)} ${between} ${field('issueDate', dateOf(s, issueDate))}`
}

function factsHtml(invoice: Invoice, s: Structure): string {
  const facts = factsOf(invoice, s)
  const end = s.colon
  switch (s.meta) {
    case 'list':
      return `<table class="facts list">${facts.map(([caption, value]) => `<tr><td>${caption}${end}</td><td>${value}</td></tr>`).join('')}</table>`
    case 'boxes':
      return `<div class="facts boxes">${facts.map(([caption, value]) => `<div><i>${caption}</i><br>${value}</div>`).join('')}</div>`
    case 'table':
    case 'above values':
      return `<table class="facts across"><tr>${facts.map(([caption]) => `<th>${caption}</th>`).join('')}</tr><tr>${facts.map(([, value]) => `<td>${value}</td>`).join('')}</tr></table>`
    case 'sentence':
      return `<p class="facts">${facts
        .slice(2)
        .map(([caption, value]) => `${caption}${end || ':'} ${value}`)
        .join(' &nbsp; ')}</p>`
  }
}

function factsOf(invoice: Invoice, s: Structure): readonly (readonly [caption: string, value: string])[] {
  const { captions: c, extras } = s
  const date = (path: 'issueDate' | 'dueDate' | 'deliveryDate') => field(path, dateOf(s, invoice[path]))
  return [
    [c.number, field('number', invoice.number)],
    [c.issueDate, date('issueDate')],
    ...(extras.due ? [[c.dueDate, date('dueDate')] as const] : []),
    ...(extras.delivery ? [[c.deliveryDate, date('deliveryDate')] as const] : []),
    ...(extras.order ? [[c.purchaseOrder, field('purchaseOrder', invoice.purchaseOrder)] as const] : []),
    ...(extras.reference ? [[c.buyerReference, field('buyerReference', invoice.buyerReference)] as const] : []),
  ]
}

function partiesHtml({ seller, buyer }: Invoice, s: Structure): string {
  const block = (side: Side, party: InvoiceParty) =>
    `<div><h2>${s.captions[side]}</h2><b>${field(`${side}.name`, party.name)}</b><br>${addressHtml(side, party, s, '<br>')}${idsAfter('<br>', side, party, s)}</div>`
  switch (s.parties) {
    case 'columns':
      return `<div class="parties">${block('seller', seller)}${block('buyer', buyer)}</div>`
    case 'columns swapped':
      return `<div class="parties">${block('buyer', buyer)}${block('seller', seller)}</div>`
    case 'buyer only':
      return `<div class="parties">${block('buyer', buyer)}</div>`
    case 'stacked': {
      const line = (side: Side, party: InvoiceParty) =>
        `<tr><td>${s.captions[side]}${s.colon || ':'}</td><td>${field(`${side}.name`, party.name)}, ${addressHtml(side, party, s, ', ')}${idsAfter(', ', side, party, s)}</td></tr>`
      return `<table class="stacked">${line('seller', seller)}${line('buyer', buyer)}</table>`
    }
  }
}

function idsAfter(separator: string, side: Side, party: InvoiceParty, s: Structure): string {
  if (side === 'buyer' && !s.extras.buyerTaxId) return ''
  const ids = taxIdsHtml(side, party, s, separator)
  return ids === '' ? '' : `${separator}${ids}`
}

function taxIdsHtml(side: Side, party: InvoiceParty, s: Structure, separator: string): string {
  const id = (slot: 'vatId' | 'taxRegId' | 'legalId', key: 'inn' | 'kpp' | 'vatId' | 'taxRegId' | 'legalId') =>
    party[key] === null ? [] : [labelled(s, slot, field(`${side}.${key}`, party[key]))]
  const ids =
    s.country === 'RU' ? [...id('vatId', 'inn'), ...id('taxRegId', 'kpp')] : [...id('vatId', 'vatId'), ...id('taxRegId', 'taxRegId')]
  const register = side === 'seller' ? id('legalId', 'legalId') : []
  return [...ids, ...register].join(separator)
}

function addressHtml(side: Side, { address: a }: InvoiceParty, s: Structure, separator: string): string {
  const part = (key: 'line1' | 'zip' | 'city' | 'region') => field(`${side}.address.${key}`, a[key])
  switch (s.country) {
    case 'RU':
      return `${part('zip')}, г. ${part('city')}, ${part('line1')}`
    case 'US':
      return `${part('line1')}${separator}${part('city')}, ${part('region')} ${part('zip')}`
    case 'GB':
      return [part('line1'), part('city'), part('zip')].join(separator)
    default:
      return `${part('line1')}${separator}${part('zip')} ${part('city')}`
  }
}
