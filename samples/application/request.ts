import { addDays } from '../../core/values/index.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { said, told } from '../html.ts'
import type { Random } from '../random.ts'

export const ru = formatOf('ru')
export const en = formatOf('en')

const PEOPLE = {
  ru: ['Образцов О. О.', 'Примеров П. П.', 'Тестов Т. Т.', 'Макетова М. М.', 'Эталонов Э. Э.'],
  en: ['A. Sample', 'P. Example', 'J. Specimen', 'M. Mockup', 'T. Placeholder'],
}
const DEPARTMENTS = {
  ru: ['Отдел снабжения', 'Маркетинг', 'Служба главного инженера', 'Бухгалтерия', 'Склад № 2', 'Лаборатория', 'Отдел кадров'],
  en: ['Laboratory', 'Marketing', 'Facilities', 'Information technology', 'Warehouse North', 'Human resources'],
}
const SUBJECTS = {
  ru: ['Материалы для текущего ремонта', 'Оснащение рабочих мест', 'Обновление оборудования участка', 'Расходные материалы на квартал'],
  en: ['Materials for ongoing repairs', 'Equipment of new workplaces', 'Replacement of worn equipment', 'Consumables for the quarter'],
}

/** What a request says, marked for the truth: made from the model of an invoice with people and reasons of its own. */
export function requestOf(invoice: Invoice, language: 'ru' | 'en', random: Random) {
  const [applicant, approver, director] = random.sample(PEOPLE[language], 3) as [string, string, string]
  const format = language === 'ru' ? ru : en
  const date = invoice.issueDate!
  const wanted = addDays(date, random.int(5, 40))
  const approved = addDays(date, random.int(1, 4))
  const total = invoice.totals.gross!
  return {
    number: told('number', invoice.number!, invoice.number!),
    date: told('date', date, format.date(date)),
    longDate: told('date', date, format.longDate(date)),
    department: said('department', random.pick(DEPARTMENTS[language])),
    applicant: said('applicant.name', applicant),
    subject: said('subject', random.pick(SUBJECTS[language])),
    wanted: told('desiredDate', wanted, format.date(wanted)),
    supplier: said('supplier.name', invoice.seller.name!),
    supplierInn: invoice.seller.inn ? said('supplier.inn', invoice.seller.inn) : '',
    total: told('total', total, format.money(total)),
    approver: said('approvals[0].name', approver),
    approvedOn: told('approvals[0].date', approved, format.date(approved)),
    director,
    /** A row of cells per item. */
    rows: invoice.lines.map((line, i) => ({
      no: String(i + 1),
      name: told(`lines[${i}].name`, line.name!, line.name!),
      unit: line.unitRaw ?? '',
      quantity: told(`lines[${i}].quantity`, line.quantity!, format.quantity(line.quantity)),
      price: told(`lines[${i}].price`, line.unitPrice!, format.money(line.unitPrice)),
      amount: told(`lines[${i}].amount`, line.gross!, format.money(line.gross)),
    })),
  }
}

export type Request = ReturnType<typeof requestOf>

type Key = keyof Request['rows'][number]

/** The table of what is asked for, with the columns that a layout prints. */
export function itemTable({ rows }: Request, columns: readonly (readonly [head: string, key: Key])[], total = ''): string {
  const cls = (key: Key) => (['quantity', 'price', 'amount'].includes(key) ? ' class="r"' : '')
  const head = columns.map(([text, key]) => `<th${cls(key)}>${text}</th>`).join('')
  const body = rows.map((row) => `<tr>${columns.map(([, key]) => `<td${cls(key)}>${row[key]}</td>`).join('')}</tr>`).join('')
  return `<table class="items"><tr>${head}</tr>${body}${total}</table>`
}
