import { validBik, validInn, validKpp, validOgrn } from '../../../core/identifiers/index.ts'
import type { Found } from '../../shared/worded/found.ts'

interface Detail {
  readonly path: string
  /** The first group is the value. */
  readonly pattern: RegExp
  readonly plain: (raw: string) => string
  readonly valid?: (value: string) => boolean
}

const digits = (raw: string) => raw.replace(/\D/gu, '')
const words = (raw: string) =>
  raw
    .replace(/\s+/gu, ' ')
    .replace(/[\s,;.:]+$/u, '')
    .trim()
const ACCOUNT = String.raw`\d(?:[\s.]?\d){19}(?!\d)`
// Where an address or the name of a bank is over: the next caption, a place to sign, the contacts.
const NEXT = String.raw`(?=\s*(?:[,;.]\s*)?(?<![\p{L}«"-])(?:ИНН|КПП|ОГРН|ОКПО|ОКВЭД|БИК|Банк|[Рр]\s?\/\s?с|[Кк]\s?\/\s?с|Расч[её]тн|[Кк]орр?(?:\.|респ)|[Тт]ел(?:\.|ефон)|Факс|[Ee]-?mail|Эл(?:\.|ектр)|Почтов|Фактич|Юридич|Адрес|[Пп]аспорт|Сч[её]т|Лицев|SWIFT|IBAN|BIC|VAT|Tel[.:\s]|Phone|Account\s|Bank(?::|\s(?:name|account|details))|Company\s(?:No|number)|Registration|(?:Генеральный\s|Исполнительный\s)?[Дд]иректор|Руководитель|Управляющий|Подпись|М\.\s?П\.|_{3,}|\/\s?_|$))`

const DETAILS: readonly Detail[] = [
  { path: 'inn', pattern: /ИНН(?:\s?\/\s?КПП)?[\s:№]*(\d{12}|\d{10})(?!\d)/giu, plain: digits, valid: validInn },
  { path: 'kpp', pattern: /КПП[\s:№]*(?:\d{10}\s?\/\s?)?(\d{9})(?!\d)/giu, plain: digits, valid: validKpp },
  { path: 'ogrn', pattern: /ОГРН(?:ИП)?[\s:№]*(\d{15}|\d{13})(?!\d)/giu, plain: digits, valid: validOgrn },
  {
    path: 'bank.account',
    pattern: new RegExp(
      String.raw`(?:р\s?\/\s?с(?:ч(?:[её]т)?)?|расч[её]тный\sсч[её]т|(?<!корр\p{L}*\.?\s)сч[её]т)[\s.:№]*(${ACCOUNT})`,
      'giu',
    ),
    plain: digits,
  },
  {
    path: 'bank.corrAccount',
    pattern: new RegExp(
      String.raw`(?:к\s?\/\s?с(?:ч(?:[её]т)?)?|кор(?:р\p{L}*)?\.?\s?\/?\s?сч[её]т|корреспондентский\sсч[её]т)[\s.:№]*(${ACCOUNT})`,
      'giu',
    ),
    plain: digits,
    valid: (value) => value.startsWith('301') || value.startsWith('40102'),
  },
  { path: 'bank.bik', pattern: /БИК[\s:№]*(\d{9})(?!\d)/giu, plain: digits, valid: validBik },
  {
    path: 'bank.name',
    pattern: new RegExp(
      String.raw`(?:(?<!\p{L})[Бб]анк(?:\sполучателя)?:\s?|\d{20}\sв\s)((?:(?:филиал|Филиал|ФИЛИАЛ)\s)?[\p{Lu}«"][^;:]{3,90}?)${NEXT}`,
      'gu',
    ),
    plain: words,
  },
  {
    path: 'address',
    pattern: new RegExp(
      String.raw`(?:[Юю]ридический\sадрес|[Мм]есто(?:\s?нахождени[ея])|[Аа]дрес\s(?:места\s)?(?:нахождения|регистрации)|[Аа]дрес(?:\sместа\sжительства)?|АДРЕС|Registered\s(?:office|address)|Address)\s?:?\s((?:\d{6}|\p{Lu}|г\.|ул\.)[^;:]{8,160}?)${NEXT}`,
      'gu',
    ),
    plain: words,
  },
]

/** What a block of one party says under captions. A block with two numbers of one kind may be that of two parties and tells nothing. */
export function partyDetails(text: string): readonly Found[] {
  const found = DETAILS.map(({ path, pattern, plain, valid }) => ({
    path,
    valid,
    values: [...text.matchAll(pattern)].map((match) => {
      const from = match.index + match[0].lastIndexOf(match[1]!)
      return { value: plain(match[1]!), from, to: from + match[1]!.length }
    }),
  }))
  if (found.some(({ path, values }) => OF_ONE.has(path) && new Set(values.map(({ value }) => value)).size > 1)) return []
  return found.flatMap(({ path, valid, values }): readonly Found[] => {
    // Of two addresses (the seat, that for letters) and two accounts the first one counts.
    const [first] = values
    // A number whose digits are wrong is kept for the rules to say so.
    return first ? [{ path, ...first, score: valid && !valid(first.value) ? 0.4 : 0.85 }] : []
  })
}

/** Nobody has two of these. A firm may well have two accounts. */
const OF_ONE: ReadonlySet<string> = new Set(['inn', 'ogrn'])
