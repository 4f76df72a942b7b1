import type { KeyDate } from '../calendar/index.ts'

/** Counts of a digest; of a date of a contract its kind and how many whole days are left. */
export interface NoticeData {
  readonly waiting?: number | undefined
  readonly own?: number | undefined
  readonly oldestHours?: number | undefined
  readonly date?: KeyDate['kind'] | undefined
  readonly days?: number | undefined
  /** Why a certificate holds no longer. */
  readonly fall?: keyof typeof FALLS.en | undefined
}

export interface Told {
  /** A kind of NOTICE_KINDS, `digest`, or one that a later row of notice_sources names. */
  readonly kind: string
  readonly language: 'en' | 'ru'
  /** Where the document, or the queue, is. */
  readonly link: string
  /** Where the receiver chooses what comes. */
  readonly settings: string
  readonly data: NoticeData
}

const SUBJECTS: Readonly<Record<Told['language'], Readonly<Record<string, string>>>> = {
  en: {
    assignment: 'A document is assigned to you',
    reminder: 'A document still waits for a decision',
    escalation: 'A document is overdue or was handed on',
    hold: 'A document needs a second approval',
    bank: 'Changed bank details: a document waits for two approvals',
    model: 'A language model reads known documents worse than before',
    certificate: 'A certificate holds no longer: documents go to people',
    dates: 'A date of a contract comes near',
    digest: 'Documents that wait today',
    other: 'Something happened to a document',
  },
  ru: {
    assignment: 'Вам назначен документ',
    reminder: 'Документ всё ещё ждёт решения',
    escalation: 'Документ просрочен или передан',
    hold: 'Документу нужно второе утверждение',
    bank: 'Банковские реквизиты изменились: документ ждёт двух утверждений',
    model: 'Языковая модель читает известные документы хуже, чем раньше',
    certificate: 'Сертификат больше не действует: документы идут к людям',
    dates: 'Приближается срок договора',
    digest: 'Документы, которые ждут сегодня',
    other: 'С документом что-то произошло',
  },
}

/** Subject and text: what happened and where to look. Never names, numbers or amounts of a document: mail and chats travel far. */
export function wordingOf({ kind, language, link, settings, data }: Told): { readonly subject: string; readonly text: string } {
  const subject = SUBJECTS[language][kind] ?? SUBJECTS[language].other!
  const lines = [
    `${subject}.`,
    ...(kind === 'digest' ? digest(data, language) : [...dateLeft(data, language), ...fallen(data, language)]),
    link,
  ]
  const foot = language === 'ru' ? 'Что присылать, выбирают здесь:' : 'Choose what is sent here:'
  return { subject: `Docket: ${subject}`, text: `${lines.join('\n')}\n\n${foot} ${settings}\n` }
}

function digest({ waiting = 0, own = 0, oldestHours = 0 }: Told['data'], language: Told['language']): readonly string[] {
  return language === 'ru'
    ? [`Ждут: ${waiting}. Назначены вам: ${own}. Самый давний ждёт, часов: ${oldestHours}.`]
    : [`Waiting: ${waiting}. Assigned to you: ${own}. The oldest has waited, hours: ${oldestHours}.`]
}

const DATES: Readonly<Record<Told['language'], Readonly<Record<KeyDate['kind'], string>>>> = {
  en: { ends: 'The contract ends', renews: 'The contract renews itself', notice_by: 'The last day to refuse the renewal' },
  ru: { ends: 'Договор кончается', renews: 'Договор продлевается сам', notice_by: 'Последний день, чтобы отказаться от продления' },
}

function dateLeft({ date, days }: NoticeData, language: Told['language']): readonly string[] {
  if (date === undefined || days === undefined) return []
  return [language === 'ru' ? `${DATES.ru[date]}. Осталось дней: ${days}.` : `${DATES.en[date]}. Days left: ${days}.`]
}

const FALLS = {
  en: {
    audits: 'Blind audits found more errors than it promises.',
    drift: 'The documents that come in are no longer like those it was proven on.',
    pipeline: 'Program, models or settings have changed since it was issued.',
  },
  ru: {
    audits: 'Слепые проверки нашли больше ошибок, чем он обещает.',
    drift: 'Поступающие документы больше не похожи на те, на которых он доказан.',
    pipeline: 'Программа, модели или настройки изменились после его выдачи.',
  },
} as const

function fallen({ fall }: NoticeData, language: Told['language']): readonly string[] {
  return fall === undefined ? [] : [FALLS[language][fall]]
}
