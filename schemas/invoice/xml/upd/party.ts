import type { XmlElement } from '../../../../core/xml.ts'
import { type Collector, compact, one } from '../collect.ts'
import { readUpdAddress } from './address.ts'
import { attribute } from './attribute.ts'

type Part = XmlElement | undefined

/** УчастникТип: a Russian organisation, a sole trader, a private person or a foreigner without a tax number. */
export function readUpdParty(out: Collector, path: string, party: Part): void {
  const who = one(party, 'ИдСв/СвЮЛУч|СвИП|СвФЛУч|СвФЛУчастФХЖ|СвИнНеУч')
  putName(out, `${path}.name`, party)
  out.put(`${path}.tradeName`, attribute(party, 'СокрНаим'))
  out.put(`${path}.inn`, attribute(who, 'ИННЮЛ|ИННФЛ'), compact)
  out.put(`${path}.kpp`, attribute(who, 'КПП'), compact)
  out.put(`${path}.legalId`, attribute(who, 'ОГРНИП'), compact)
  out.put(`${path}.taxRegId`, attribute(who, 'Идентиф'))
  readUpdAddress(out, `${path}.address`, one(party, 'Адрес'))
  const contact = one(party, 'Контакт')
  out.put(`${path}.contact.phone`, one(contact, 'Тлф') ?? attribute(contact, 'Тлф'))
  out.put(`${path}.contact.email`, one(contact, 'ЭлПочта') ?? attribute(contact, 'ЭлПочта'))
}

/** The name of an organisation, «ИП Фамилия Имя Отчество» of a sole trader, the full name of a person. */
export function putName(out: Collector, path: string, party: Part): void {
  const who = one(party, 'ИдСв/СвЮЛУч|СвИП|СвФЛУч|СвФЛУчастФХЖ|СвИнНеУч')
  const organisation = attribute(who, 'НаимОрг|Наим')
  out.put(path, organisation)
  if (organisation) return
  const person = one(who, 'ФИО')
  const names = fullName(person)
  if (names !== null) out.putValue(path, who?.name === 'СвИП' ? `ИП ${names}` : names, [person!])
}

/** «Фамилия Имя Отчество»; null where there is none. */
export function fullName(person: Part): string | null {
  const parts = ['Фамилия', 'Имя', 'Отчество'].flatMap((name) => attribute(person, name)?.text ?? [])
  return parts.length === 0 ? null : parts.join(' ')
}

/** Where the seller wants to be paid. */
export function readUpdBank(out: Collector, seller: Part): void {
  const account = one(seller, 'БанкРекв')
  const bank = one(account, 'СвБанк')
  out.put('payment.account', attribute(account, 'НомерСчета'), compact)
  out.put('payment.bik', attribute(bank, 'БИК'), compact)
  out.put('payment.corrAccount', attribute(bank, 'КорСчет'), compact)
  out.put('payment.bankName', attribute(bank, 'НаимБанк'))
}
