import { texts } from '../language.ts'

export const referenceTexts = texts({
  en: {
    title: 'How to call the API',
    intro:
      'All addresses begin with /api/v1. Programs send “Authorization: Bearer …” (see Programs); in this browser you are known already.',
    description: 'The whole description (OpenAPI 3.1)',
    needs: 'Needs',
    optional: 'optional',
    body: 'Body',
    file: 'The file itself, or multipart/form-data with several.',
    answers: 'Answers',
    try: 'Try it',
    command: 'As a command',
    without: 'nothing',
  },
  ru: {
    title: 'Как обращаться к API',
    intro:
      'Все адреса начинаются с /api/v1. Программы передают «Authorization: Bearer …» (см. «Программы»); в этом браузере вы уже известны.',
    description: 'Полное описание (OpenAPI 3.1)',
    needs: 'Нужно право',
    optional: 'необязательно',
    body: 'Тело',
    file: 'Сам файл или multipart/form-data с несколькими.',
    answers: 'Ответы',
    try: 'Попробовать',
    command: 'Командой',
    without: 'ничего',
  },
})
