import { texts } from '../language.ts'

export const signInTexts = texts({
  en: {
    title: 'Sign in',
    ready: 'This link signs you in once.',
    button: 'Sign in',
    how: 'You sign in with a one-time link. There are no passwords.',
    steps: 'Ask your administrator for a link, or make one on the server:',
    command: 'npx docket user link you@example.com',
    first: 'The first start of Docket prints a link in its terminal.',
    spent: 'This link has been used or has expired. Ask for a new one.',
    tooMany: 'Too many attempts from this address. Wait a minute and try again.',
    signedOut: 'You are signed out.',
  },
  ru: {
    title: 'Вход',
    ready: 'По этой ссылке можно войти один раз.',
    button: 'Войти',
    how: 'Вход — по одноразовой ссылке. Паролей нет.',
    steps: 'Попросите ссылку у администратора или создайте её на сервере:',
    command: 'npx docket user link you@example.com',
    first: 'При первом запуске Docket печатает ссылку в терминале.',
    spent: 'Ссылка уже использована или устарела. Попросите новую.',
    tooMany: 'Слишком много попыток с этого адреса. Подождите минуту и попробуйте снова.',
    signedOut: 'Вы вышли.',
  },
})
