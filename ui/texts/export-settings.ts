import { texts } from '../language.ts'

export const exportSettingTexts = texts({
  en: {
    nav: 'Formats',
    title: 'Codes of your accounting systems',
    intro:
      'Some formats need codes that no document holds: company codes, accounts, qualifiers. What is entered here is used for every record, unless a request or the person at the record gives another value.',
    save: 'Save',
    saved: 'Saved.',
    invalid: 'Nothing was saved: the format does not take what stands in the marked field.',
    asked: 'asked for with every record',
    wrong: 'The format does not take this value.',
  },
  ru: {
    nav: 'Форматы',
    title: 'Коды ваших учётных систем',
    intro:
      'Некоторым форматам нужны коды, которых нет в документах: балансовые единицы, счета, квалификаторы. Введённое здесь подставляется в каждую запись, если в запросе или у самой записи не указано иное.',
    save: 'Сохранить',
    saved: 'Сохранено.',
    invalid: 'Ничего не сохранено: формат не принимает значение в отмеченном поле.',
    asked: 'спрашивается для каждой записи',
    wrong: 'Формат не принимает это значение.',
  },
})
