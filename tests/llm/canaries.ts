import { validIban, validInn, validSnils } from '../../core/identifiers/index.ts'

export type CanaryKind = 'inn' | 'snils' | 'passport' | 'iban' | 'account' | 'phone' | 'email' | 'name'

/** Personal data on a line of a document; `secret` is what must not leave the house. */
export interface Canary {
  readonly kind: CanaryKind
  readonly line: string
  readonly secret: string
}

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SURNAMES = ['Ковальчук', 'Белозёров', 'Тихомиров', 'Ломакина', 'Сафронов', 'Ярцева', 'Гречишников', 'Пустовалова']
const GIVEN = ['Аркадий', 'Людмила', 'Вениамин', 'Зинаида', 'Родион', 'Клавдия']
const PATRONYMIC = ['Петрович', 'Ильинична', 'Семёнович', 'Васильевна', 'Кузьмич', 'Львовна']
const LATIN = ['Hildebrandt', 'Okonkwo', 'Vandenberghe', 'Szymanowski', 'Achterberg', 'Fairweather']
const LATIN_GIVEN = ['Roswitha', 'Thaddeus', 'Ingeborg', 'Cornelius', 'Philippa']

/** `count` canaries in the ways in which documents print them, from a seed. */
export function canaries(count: number, seed: number): readonly Canary[] {
  const next = random(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!
  const digits = (n: number) => Array.from({ length: n }, () => Math.floor(next() * 10)).join('')
  const until = (make: () => string, valid: (text: string) => boolean) => {
    for (;;) {
      const made = make()
      if (valid(made)) return made
    }
  }
  const makers: readonly (() => Canary)[] = [
    () => {
      const secret = until(() => digits(pick([10, 12])), validInn)
      return {
        kind: 'inn',
        secret,
        line: pick([`ИНН ${secret}`, `ИНН: ${secret} КПП 770101001`, `ИНН/КПП ${secret}/770101001`, `Продавец, ИНН ${secret}, г. Москва`]),
      }
    },
    () => {
      const secret = until(() => digits(11), validSnils).replace(/(\d{3})(\d{3})(\d{3})(\d\d)/, '$1-$2-$3 $4')
      return { kind: 'snils', secret, line: pick([`СНИЛС ${secret}`, `Страховой номер ${secret}`]) }
    },
    () => {
      const secret = pick([`${digits(2)} ${digits(2)} ${digits(6)}`, `${digits(4)} ${digits(6)}`, `${digits(4)} № ${digits(6)}`])
      return {
        kind: 'passport',
        secret,
        line: pick([`Паспорт ${secret}`, `паспорт серия ${secret} выдан ОВД`, `Доверенность, паспорт: ${secret}`]),
      }
    },
    () => {
      const plain = until(() => `DE${digits(20)}`, validIban)
      const secret = pick([plain, plain.replace(/(.{4})/g, '$1 ').trim()])
      return { kind: 'iban', secret, line: pick([`IBAN ${secret}`, `IBAN: ${secret} BIC COBADEFFXXX`]) }
    },
    () => {
      const secret = `40702810${digits(12)}`
      return { kind: 'account', secret, line: pick([`р/с ${secret}`, `Расчётный счёт ${secret} в банке`, `Сч. № ${secret}`]) }
    },
    () => {
      const secret = pick([
        `+7 (9${digits(2)}) ${digits(3)}-${digits(2)}-${digits(2)}`,
        `8 9${digits(2)} ${digits(3)} ${digits(2)} ${digits(2)}`,
        `+49 30 ${digits(4)} ${digits(3)}`,
        `+79${digits(9)}`,
      ])
      return { kind: 'phone', secret, line: pick([`Тел. ${secret}`, `Tel.: ${secret}`, `Контакт: ${secret}`, `тел.: ${secret}, доб. 5`]) }
    },
    () => {
      const secret = pick([
        `${pick(['a.belova', 'kovalchuk', 'r.hildebrandt'])}${digits(3)}@example.ru`,
        `buch.${digits(4)}@example-firma.de`,
      ])
      return { kind: 'email', secret, line: pick([`E-mail: ${secret}`, `Почта ${secret}`, secret]) }
    },
    () => {
      const [surname, given, father] = [pick(SURNAMES), pick(GIVEN), pick(PATRONYMIC)]
      const [latin, first] = [pick(LATIN), pick(LATIN_GIVEN)]
      const initials = `${given[0]}.${father[0]}.`
      const [secret, line] = pick([
        [surname, `Руководитель ____________ ${surname} ${initials}`],
        [surname, `Главный бухгалтер ${initials} ${surname}`],
        [surname, `Индивидуальный предприниматель ${surname} ${given} ${father}`],
        [surname, `ИП ${surname} ${given} ${father}`],
        [surname, `Груз принял: кладовщик ${surname} ${initials}`],
        [surname, `В лице директора ${surname} ${given} ${father}`],
        [latin, `Ansprechpartner: ${first} ${latin}`],
        [latin, `Geschäftsführer: ${first} ${latin}`],
        [latin, `Attn: ${first} ${latin}`],
        [latin, `Contact ${first} ${latin}`],
        // A name that nothing announces: it is not found, and the rate says so.
        [latin, `${first} ${latin}`],
      ] as const)
      return { kind: 'name', secret, line }
    },
  ]
  return Array.from({ length: count }, (_, i) => makers[i % makers.length]!())
}
