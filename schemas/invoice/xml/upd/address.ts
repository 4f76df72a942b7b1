import type { XmlElement } from '../../../../core/xml.ts'
import { all, type Collector, one } from '../collect.ts'
import { attribute } from './attribute.ts'
import { countryOf } from './countries.ts'

/** АдресТип: an address in fields (АдрРФ), from the state register (АдрГАР, formerly КодГАР), or as free text (АдрИнф). */
export function readUpdAddress(out: Collector, path: string, address: XmlElement | undefined): void {
  const inFields = one(address, 'АдрРФ')
  const registered = one(address, 'АдрГАР')
  const free = one(address, 'АдрИнф')
  if (inFields) readFields(out, path, inFields)
  else if (registered) readRegistered(out, path, registered)
  else if (free) {
    out.put(`${path}.line1`, attribute(free, 'АдрТекст'))
    out.put(`${path}.country`, attribute(free, 'КодСтр'), ({ text }) => countryOf(text))
  }
}

// Moscow, St Petersburg and Sevastopol are regions and towns at once.
const CITY = /^(?:г\.?|город)\s*|\s+(?:г\.?|город)$/iu

function readFields(out: Collector, path: string, address: XmlElement): void {
  const region = attribute(address, 'НаимРегион')
  const town = attribute(address, 'Город|НаселПункт')
  out.put(`${path}.zip`, attribute(address, 'Индекс'))
  out.put(`${path}.region`, region)
  if (town) out.put(`${path}.city`, town)
  else if (region && CITY.test(region.text)) out.putValue(`${path}.city`, region.text.replace(CITY, ''), [region])
  joined(out, `${path}.line1`, [
    ['', attribute(address, 'Улица')],
    ['д. ', attribute(address, 'Дом')],
    ['корп. ', attribute(address, 'Корпус')],
    ['кв. ', attribute(address, 'Кварт')],
  ])
  joined(out, `${path}.line2`, [
    ['', attribute(address, 'Район')],
    ['', town?.name === '@Город' ? attribute(address, 'НаселПункт') : undefined],
    ['', attribute(address, 'ИныеСвед')],
  ])
  out.putValue(`${path}.country`, 'RU', [address])
}

function readRegistered(out: Collector, path: string, address: XmlElement): void {
  const region = one(address, 'НаимРегион')
  const town = attribute(one(address, 'НаселенПункт|ГородСелПосел'), 'Наим|НаимГор')
  out.put(`${path}.zip`, attribute(address, 'Индекс'))
  out.put(`${path}.region`, region)
  if (town) out.put(`${path}.city`, town)
  else if (region && CITY.test(region.text)) out.putValue(`${path}.city`, region.text.replace(CITY, ''), [region])
  const street = one(address, 'ЭлУлДорСети')
  const places = [...all(address, 'Здание'), ...all(address, 'ПомещЗдания'), ...all(address, 'ПомещКвартиры')]
  joined(out, `${path}.line1`, [
    [prefix(street), attribute(street, 'Наим')],
    ...places.map((place) => [prefix(place), attribute(place, 'Номер')] as const),
  ])
  out.putValue(`${path}.country`, 'RU', [address])
}

function prefix(part: XmlElement | undefined): string {
  const kind = attribute(part, 'Тип|Вид')?.text
  return kind ? `${kind} ` : ''
}

type Piece = readonly [before: string, part: XmlElement | undefined]

/** Pieces that are there, with what stands before them, as one text; the writer's own «д. 29» is not doubled. */
function joined(out: Collector, path: string, pieces: readonly Piece[]): void {
  const there = pieces.flatMap(([before, part]) => (part ? [[before, part] as const] : []))
  if (there.length === 0) return
  const text = there.map(([before, part]) => (/^\p{L}{1,6}\.?\s*№?\s*\d/u.test(part.text) ? part.text : `${before}${part.text}`)).join(', ')
  out.putValue(
    path,
    text,
    there.map(([, part]) => part),
  )
}
