import { texts } from '../language.ts'

export const bulkTexts = texts({
  en: {
    title: 'Approve without questions',
    open: 'Approve those without questions …',
    intro:
      'These documents wait only for somebody’s word: every check passed and nothing asks for attention. Look through the values, untick what you want to see by itself, and approve the rest.',
    none: 'No waiting document of this list is without questions.',
    back: 'Back to the list',
    choose: 'Approve',
    file: 'File',
    approve: 'Approve the ticked ones',
    count: { one: '# document', other: '# documents' },
    approved: { one: '# document is approved.', other: '# documents are approved.' },
    left: {
      one: '# was left: somebody changed it, or it has a question now.',
      other: '# were left: somebody changed them, or they have questions now.',
    },
  },
  ru: {
    title: 'Утвердить без вопросов',
    open: 'Утвердить те, что без вопросов …',
    intro:
      'Эти документы ждут только вашего слова: все проверки сошлись, и ничто не требует внимания. Просмотрите значения, снимите отметку с тех, что хотите увидеть отдельно, и утвердите остальные.',
    none: 'В этом списке нет ожидающих документов без вопросов.',
    back: 'К списку',
    choose: 'Утвердить',
    file: 'Файл',
    approve: 'Утвердить отмеченные',
    count: { one: '# документ', few: '# документа', many: '# документов', other: '# документа' },
    approved: {
      one: 'Утверждён # документ.',
      few: 'Утверждено # документа.',
      many: 'Утверждено # документов.',
      other: 'Утверждено # документа.',
    },
    left: {
      one: 'Остался #: его кто-то изменил, или к нему появился вопрос.',
      few: 'Осталось #: их кто-то изменил, или к ним появились вопросы.',
      many: 'Осталось #: их кто-то изменил, или к ним появились вопросы.',
      other: 'Осталось #: их кто-то изменил, или к ним появились вопросы.',
    },
  },
})
