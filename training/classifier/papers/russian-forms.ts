import { times, type Writer } from './writer.ts'

/** Act of services: parties, rows, «претензий не имеет», both sign. */
export function writeAct(w: Writer): readonly string[] {
  const { random } = w
  if (w.tongue !== 'ru') return foreignAct(w)
  const title = random.pick([
    'Акт №',
    'АКТ сдачи-приемки выполненных работ №',
    'Акт об оказании услуг №',
    'АКТ №',
    'Акт приема-передачи оказанных услуг №',
    'Акт выполненных работ №',
  ])
  return [
    w.centre(`${title} ${w.number()} от ${w.day()}`),
    '',
    `Исполнитель:  ${w.firm()}, ИНН ${random.digits(10)}, ${w.address()}`.slice(0, 105),
    `Заказчик:     ${w.firm()}, ИНН ${random.digits(10)}`,
    ...(random.chance(0.6) ? [`Основание:  Договор № ${w.number()} от ${w.day()}`] : []),
    '',
    '№   Наименование работ, услуг          Кол-во   Ед.   Цена   Сумма',
    ...times(
      random.int(1, 6),
      (i) =>
        `${i + 1}   ${w.thing().slice(0, 34).padEnd(35)}${random.int(1, 9)}   ${random.pick(['шт', 'ч', 'усл'])}   ${w.sum(9000)}   ${w.sum()}`,
    ),
    w.row('Итого:', w.sum()),
    ...(random.chance(0.5) ? [w.row('В том числе НДС (20%)', w.sum(9000))] : [w.row('Без налога (НДС)', '-')]),
    `Всего оказано услуг ${random.int(1, 6)}, на сумму ${w.sum()} руб.`,
    random.pick([
      'Вышеперечисленные услуги выполнены полностью и в срок. Заказчик претензий по объему, качеству и срокам не имеет.',
      'Работы выполнены в полном объеме. Стороны претензий друг к другу не имеют.',
      'Настоящий акт составлен в двух экземплярах, претензий по качеству нет.',
    ]),
    w.row('ИСПОЛНИТЕЛЬ ____________', 'ЗАКАЗЧИК ____________'),
  ]
}

function foreignAct(w: Writer): readonly string[] {
  const { random } = w
  const [title, done, by, to] =
    w.tongue === 'de'
      ? [
          random.pick(['Abnahmeprotokoll', 'Leistungsnachweis', 'Übergabeprotokoll']),
          'Die Leistungen wurden ohne Mängel erbracht und abgenommen.',
          'Auftragnehmer',
          'Auftraggeber',
        ]
      : [
          random.pick([
            'Certificate of Acceptance',
            'Certificate of Completion',
            'Delivery and Acceptance Certificate',
            'Acceptance Act No.',
            'Services Acceptance Certificate',
          ]),
          'The services were completed in full and are hereby accepted by the customer, who has no claims.',
          'Contractor',
          'Customer',
        ]
  return [
    w.centre(`${title} ${w.number()}`),
    w.day(),
    `${by}: ${w.firm()}, ${w.address()}`,
    `${to}: ${w.firm()}`,
    ...times(random.int(1, 6), (i) => w.row(`${i + 1}  ${w.thing()}`, w.sum())),
    w.row('Total', w.sum()),
    done,
    w.row(`${by} ____________`, `${to} ____________`),
  ]
}

/** ТОРГ-12 and transport waybills. */
export function writeWaybill(w: Writer): readonly string[] {
  const { random } = w
  const form = random.chance(0.6)
  return [
    ...(form
      ? [w.row('', 'Унифицированная форма № ТОРГ-12'), w.row('', 'Утверждена постановлением Госкомстата России от 25.12.98 № 132')]
      : []),
    `${w.firm()}, ИНН ${random.digits(10)}, ${w.address()}`.slice(0, 100),
    `Грузополучатель  ${w.firm()}`,
    ...(random.chance(0.7) ? [`Грузоотправитель  ${w.firm()}`] : []),
    `Поставщик  ${w.firm()}, р/с ${random.digits(20)}`,
    `Плательщик  ${w.firm()}`,
    ...(random.chance(0.6) ? [w.row('', `по ОКПО ${random.digits(8)}`)] : []),
    `Основание  Договор № ${w.number()}`,
    w.centre(
      `${random.pick(['ТОВАРНАЯ НАКЛАДНАЯ', 'Товарная накладная №', 'ТОВАРНО-ТРАНСПОРТНАЯ НАКЛАДНАЯ', 'Накладная №'])} ${w.number()} ${w.day()}`,
    ),
    'Номер   Товар   Единица   Количество   Масса брутто   Цена   Сумма без НДС   Ставка   Сумма НДС',
    ...times(
      random.int(1, 7),
      (i) => `${i + 1}   ${w.thing().slice(0, 28).padEnd(30)}шт   ${random.int(1, 40)}   ${w.sum(900)}   ${w.sum()}   20%   ${w.sum(900)}`,
    ),
    w.row('Всего по накладной', w.sum()),
    ...random.sample(
      [
        'Товарная накладная имеет приложение на ____ листах',
        'Масса груза (нетто) ________',
        'Всего мест ________',
        'Отпуск груза разрешил ____________',
        'Груз принял ____________',
        'Груз получил грузополучатель ____________',
        'Отпуск груза произвел ____________',
      ],
      random.int(3, 6),
    ),
  ]
}

/** УПД: счёт-фактура with the transfer block. */
export function writeUpd(w: Writer): readonly string[] {
  const { random } = w
  return [
    random.pick(['Универсальный передаточный документ', 'Универсальный', 'УПД', 'Универсальный передаточный']),
    ...(random.chance(0.5) ? ['передаточный документ'] : []),
    w.row(`Статус: ${random.pick(['1', '2'])}`, 'Приложение № 1 к постановлению Правительства РФ № 1137'),
    `Счет-фактура № ${w.number()} от ${w.day()} (1)`,
    `Продавец: ${w.firm()} (2)`,
    `Адрес: ${w.address()}`,
    `ИНН/КПП продавца: ${random.digits(10)}/${random.digits(9)}`,
    `Грузоотправитель и его адрес: он же`,
    `Покупатель: ${w.firm()} (6)`,
    'Код   Наименование товара   Кол-во   Цена   Стоимость без налога   Ставка   Сумма налога   Стоимость с налогом',
    ...times(
      random.int(1, 6),
      (i) => `${i + 1}   ${w.thing().slice(0, 30).padEnd(32)}${random.int(1, 50)}   ${w.sum(900)}   ${w.sum()}   22%   ${w.sum(900)}`,
    ),
    w.row('Всего к оплате (9)', w.sum()),
    ...random.sample(
      [
        'Основание передачи (сдачи) / получения (приемки)',
        'Данные о транспортировке и грузе',
        'Товар (груз) передал / услуги сдал',
        'Товар (груз) получил / услуги принял',
        'Дата отгрузки, передачи (сдачи)',
        'Ответственный за правильность оформления факта хозяйственной жизни',
        '1 - счет-фактура и передаточный документ (акт)',
      ],
      random.int(3, 6),
    ),
  ]
}
