import { unitOf } from '../../../../core/values/index.ts'
import type { XmlElement } from '../../../../core/xml.ts'
import { type Collector, compact, money, one, quantity } from '../collect.ts'
import { attribute } from './attribute.ts'
import { countryOf } from './countries.ts'
import { rateCategory, rateValue } from './rate.ts'

/** One `СведТов`. Price and net amount are without VAT (columns 4 and 5 of the счёт-фактура). */
export function readUpdLine(out: Collector, path: string, line: XmlElement): void {
  const more = one(line, 'ДопСведТов')
  const unit = attribute(line, 'ОКЕИ_Тов')
  const rate = attribute(line, 'НалСт')
  const customs = one(line, 'СвДТ|СвТД')
  out.put(`${path}.no`, attribute(line, 'НомСтр'))
  out.put(`${path}.name`, attribute(line, 'НаимТов'))
  out.put(`${path}.description`, attribute(more, 'ХарактерТов'))
  out.put(`${path}.sellerItemId`, attribute(more, 'КодТов|АртикулТов'))
  out.put(`${path}.gtin`, attribute(more, 'ГТИН') ?? attribute(line, 'ГТИН'), compact)
  out.put(`${path}.quantity`, attribute(line, 'КолТов'), quantity)
  out.put(`${path}.unit`, unit, ({ text }) => unitOf(text).code)
  out.put(`${path}.unitRaw`, attribute(line, 'НаимЕдИзм') ?? attribute(more, 'НаимЕдИзм'))
  out.put(`${path}.unitPrice`, attribute(line, 'ЦенаТов'), quantity)
  out.put(`${path}.net`, attribute(line, 'СтТовБезНДС'), money)
  out.put(`${path}.taxCategory`, rate, rateCategory)
  out.put(`${path}.taxRate`, rate, rateValue)
  out.put(`${path}.tax`, one(line, 'СумНал/СумНал'), money)
  out.put(`${path}.gross`, attribute(line, 'СтТовУчНал'), money)
  out.put(`${path}.originCountry`, attribute(customs, 'КодПроисх'), ({ text }) => countryOf(text))
  out.put(`${path}.customsDecl`, attribute(customs, 'НомерДТ|НомерТД'), compact)
  out.put(`${path}.excise`, one(line, 'Акциз/СумАкциз'), money)
}
