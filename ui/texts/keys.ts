import { texts } from '../language.ts'

/** The page on which a person puts the commands of the desk on other keys. */
export const keyTexts = texts({
  en: {
    explains:
      'Press the key you want in its field, or write it: Alt+Q, Ctrl+Enter, Shift+F7. Keys count by their place, whatever the language of the keyboard. Enter, Esc, F2 and the arrows stay as they are.',
    save: 'Save the keys',
    usual: 'Back to the usual keys',
    saved: 'The keys are saved. They hold from the next document you open.',
    notAllowed:
      '“{key}” cannot be taken: use a function key, or one of Ctrl or Alt with a key that neither the browser nor the editing of text needs.',
    twice: '{key} stands at two commands. Give one of them another key.',
  },
  ru: {
    explains:
      'Нажмите нужную клавишу в её поле или впишите: Alt+Q, Ctrl+Enter, Shift+F7. Клавиши считаются по месту, раскладка не важна. Enter, Esc, F2 и стрелки остаются как есть.',
    save: 'Сохранить клавиши',
    usual: 'Вернуть обычные',
    saved: 'Клавиши сохранены. Действуют со следующего открытого документа.',
    notAllowed:
      '«{key}» взять нельзя: нужна функциональная клавиша или одна из Ctrl и Alt с клавишей, которая не нужна ни браузеру, ни правке текста.',
    twice: '{key} стоит у двух команд. Дайте одной из них другую клавишу.',
  },
})
