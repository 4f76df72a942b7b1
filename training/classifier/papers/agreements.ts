import type { Writer } from './writer.ts'

/** The first pages of an agreement: a title, the parties, clauses in running text. */
export function writeAgreement(w: Writer): readonly (readonly string[])[] {
  const { random, tongue } = w
  const say = TEXTS[tongue]
  const title = random.pick(say.titles)
  const head = [
    w.centre(`${title}${random.chance(0.5) ? say.number.replace('#', w.number()) : ''}`),
    w.row(random.pick(say.place), w.day()),
    '',
  ]
  const opening = wrapped(
    random.pick(say.opening).replace('{a}', w.firm()).replace('{b}', w.firm()).replace('{d}', w.day()),
    random.int(70, 100),
  )
  const clauses = (count: number) =>
    random
      .sample<readonly [string, string]>(say.clauses, count)
      .flatMap((clause, i) => [`${i + 1}. ${clause[0]}`, ...wrapped(clause[1].replace('{s}', w.sum()), 96)])
  const first = [...head, ...opening, ...clauses(random.int(3, 5))]
  const annex = random.chance(0.25) ? ['', w.row(say.price, w.sum()), w.row('IBAN', `DE${random.digits(20)}`)] : []
  return [first, ...Array.from({ length: random.int(0, 5) }, () => clauses(random.int(3, 5))), ...(annex.length > 0 ? [annex] : [])]
}

/** A text in lines of at most `width` characters. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > width) lines.push(word)
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim()
  }
  return lines
}

const TEXTS = {
  ru: {
    titles: [
      'ДОГОВОР ПОСТАВКИ',
      'Договор оказания услуг',
      'ДОГОВОР АРЕНДЫ',
      'КОНТРАКТ',
      'Дополнительное соглашение',
      'Договор подряда',
      'ДОГОВОР',
      'Соглашение о конфиденциальности',
    ],
    number: ' № #',
    place: ['г. Образцовск', 'г. Макетоград'],
    opening: [
      '{a}, именуемое в дальнейшем «Поставщик», в лице директора, действующего на основании Устава, с одной стороны, и {b}, именуемое в дальнейшем «Покупатель», с другой стороны, заключили настоящий договор о нижеследующем.',
      '{a}, именуемое в дальнейшем Исполнитель, и {b}, именуемое в дальнейшем Заказчик, совместно именуемые Стороны, заключили настоящее соглашение.',
    ],
    price: 'Цена договора',
    clauses: [
      [
        'ПРЕДМЕТ ДОГОВОРА',
        'Поставщик обязуется передать в собственность Покупателя товар, а Покупатель обязуется принять и оплатить его на условиях настоящего договора.',
      ],
      [
        'ЦЕНА И ПОРЯДОК РАСЧЁТОВ',
        'Цена договора составляет {s} рублей, в том числе НДС. Оплата производится в течение десяти банковских дней с даты выставления счёта.',
      ],
      ['ОТВЕТСТВЕННОСТЬ СТОРОН', 'За просрочку оплаты виновная сторона уплачивает пеню в размере 0,1 процента за каждый день просрочки.'],
      [
        'СРОК ДЕЙСТВИЯ ДОГОВОРА',
        'Договор вступает в силу с даты подписания и действует до полного исполнения обязательств, расторжение возможно с уведомлением за тридцать дней.',
      ],
      ['ФОРС-МАЖОР', 'Стороны освобождаются от ответственности при наступлении обстоятельств непреодолимой силы на всё время их действия.'],
      [
        'АДРЕСА И РЕКВИЗИТЫ СТОРОН',
        'Реквизиты и подписи сторон приведены в конце договора и являются его неотъемлемой частью для обеих сторон.',
      ],
    ],
  },
  en: {
    titles: [
      'SUPPLY AGREEMENT',
      'SERVICES AGREEMENT',
      'CONSULTING AGREEMENT',
      'LEASE AGREEMENT',
      'DISTRIBUTION AGREEMENT',
      'Amendment to Agreement',
      'SALES CONTRACT',
      'NON-DISCLOSURE AGREEMENT',
    ],
    number: ' No. #',
    place: ['Sampleton', 'Exhibit 10.1'],
    opening: [
      'THIS AGREEMENT is made by and between {a}, hereinafter referred to as the Supplier, and {b}, hereinafter referred to as the Customer, effective as of {d}. WHEREAS the parties wish to agree on the terms below; NOW, THEREFORE, the parties hereto agree as follows.',
      'This contract is entered into on {d} by {a} and {b}. Each of the parties acknowledges the terms and conditions set forth herein.',
    ],
    price: 'Contract price',
    clauses: [
      [
        'Term',
        'This Agreement commences on the Effective Date and continues for two years unless terminated earlier; either party may terminate upon thirty days written notice of renewal.',
      ],
      [
        'Governing Law',
        'This Agreement shall be governed by and construed in accordance with the laws of the State, and any dispute is submitted to arbitration in its jurisdiction.',
      ],
      [
        'Confidentiality',
        'Each party shall hold the confidential information of the other party in confidence and use it only for the purposes hereof.',
      ],
      [
        'Liability',
        'Neither party shall be liable for indirect damages, and each party shall indemnify the other against claims; total liability is limited to {s}.',
      ],
      [
        'Payment',
        'The Customer shall pay each invoice within thirty days after receipt. Late payment bears interest at the statutory rate.',
      ],
      [
        'Force Majeure',
        'No party is responsible for a failure caused by events beyond its reasonable control; assignment requires the consent of the other party hereto.',
      ],
    ],
  },
  de: {
    titles: ['KAUFVERTRAG', 'Dienstleistungsvertrag', 'MIETVERTRAG', 'Rahmenvertrag', 'Vereinbarung', 'Wartungsvertrag'],
    number: ' Nr. #',
    place: ['Musterstadt', 'Probehausen'],
    opening: [
      'Zwischen {a}, nachstehend Auftragnehmer genannt, und {b}, nachstehend Auftraggeber genannt, wird am {d} folgender Vertrag geschlossen, dem die Vertragsparteien zustimmen.',
      '{a} und {b} (die Vertragsparteien) schließen mit Wirkung vom {d} die nachstehende Vereinbarung über die Erbringung von Leistungen.',
    ],
    price: 'Vergütung',
    clauses: [
      [
        'Vertragsgegenstand',
        'Der Auftragnehmer erbringt die in der Anlage beschriebenen Leistungen nach den anerkannten Regeln der Technik und den Weisungen.',
      ],
      [
        'Vergütung',
        'Der Auftraggeber zahlt eine Vergütung von {s} Euro zuzüglich der gesetzlichen Umsatzsteuer innerhalb von dreißig Tagen nach Rechnung.',
      ],
      ['Kündigung', 'Die Kündigung ist mit einer Frist von drei Monaten zum Ende der Vertragslaufzeit möglich und bedarf der Schriftform.'],
      [
        'Gerichtsstand',
        'Gerichtsstand ist der Sitz des Auftragnehmers, soweit gesetzlich zulässig; es gilt deutsches Recht für diesen Vertrag.',
      ],
      ['Haftung', 'Die Haftung für leichte Fahrlässigkeit ist ausgeschlossen, soweit nicht Leben, Körper oder Gesundheit betroffen sind.'],
    ],
  },
} as const
