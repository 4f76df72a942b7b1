import { texts } from '../language.ts'

export const goldenTexts = texts({
  en: {
    title: 'Golden documents',
    intro:
      'Documents in which a person corrected something and which were approved. A retrained model replaces the one in use only if it reads none of these values worse. They stay where they are, go to nobody and are erased with the document.',
    corrected: 'Corrected',
    since: 'Approved',
    typeOfDocument: 'Type of document',
    none: 'Nothing yet: a document comes here when somebody corrects it and it is approved.',
    older: 'Older',
    back: 'Back to acceptance',
  },
  ru: {
    title: 'Эталонные документы',
    intro:
      'Документы, в которых человек что-то исправил и которые утверждены. Переобученная модель заменит действующую, только если ни одно из этих значений не станет читать хуже. Они никуда не передаются и стираются вместе с документом.',
    corrected: 'Исправлено',
    since: 'Утверждён',
    typeOfDocument: 'Тип документа',
    none: 'Пока пусто: документ попадёт сюда, когда его исправят и утвердят.',
    older: 'Раньше',
    back: 'Назад к приёму',
  },
})
