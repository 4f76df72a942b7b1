import { texts } from '../language.ts'

export const calendarTexts = texts({
  en: {
    nav: 'Dates',
    title: 'Dates of contracts',
    intro:
      'From approved contracts: when one ends, when it renews itself, and the last day to say no. Notice periods in working days are not counted here. Check the contract before you act.',
    date: 'Date',
    what: 'What',
    number: 'Number',
    partner: 'Partner',
    none: 'No approved contract has a date to come.',
    noneText: 'Dates come from approved contracts with an end or a renewal.',
    download: 'Download for your calendar (.ics)',
    kinds: { ends: 'Ends', renews: 'Renews itself', notice_by: 'Last day to refuse renewal' },
    soon: 'within 30 days',
  },
  ru: {
    nav: 'Сроки',
    title: 'Сроки договоров',
    intro:
      'Из утверждённых договоров: когда договор кончается, когда продлевается сам и последний день, чтобы отказаться. Сроки уведомления в рабочих днях здесь не считаются. Прежде чем действовать, сверьтесь с договором.',
    date: 'Дата',
    what: 'Что',
    number: 'Номер',
    partner: 'Партнёр',
    none: 'Ни в одном утверждённом договоре нет предстоящих сроков.',
    noneText: 'Сроки берутся из утверждённых договоров, где есть окончание или продление.',
    download: 'Скачать для календаря (.ics)',
    kinds: { ends: 'Кончается', renews: 'Продлевается сам', notice_by: 'Последний день отказа от продления' },
    soon: 'в ближайшие 30 дней',
  },
})
