import { texts } from '../language.ts'

/** The grid of lines: what can be done with its rows and columns. */
export const gridTexts = texts({
  en: {
    tools: 'Lines',
    add: 'Add line',
    duplicate: 'Duplicate',
    join: 'Join with next',
    split: 'Split at caret',
    fill: 'Fill down',
    explains: {
      duplicate: 'The same line once more, below',
      join: 'This line and the next one as one: a name that was wrapped',
      split: 'What stands behind the caret becomes a line of its own',
      fill: 'The text of this cell in every line below',
    },
    exchange: 'Exchange column with',
    twoAmounts: 'Both lines hold an amount in one column, or codes that differ. Empty one of them first; nothing is added up or dropped.',
    noCaret: 'Put the caret into the text of the line, where it is to be divided.',
    codeColumn: 'This column holds codes of a list; a text cannot take their place. Go to a cell of another column.',
    offerGone: 'The line has changed: what was offered no longer follows from it.',
    chooseCell: 'Click a cell of the line first.',
    third: 'Put in {column}: {value}',
  },
  ru: {
    tools: 'Строки',
    add: 'Добавить строку',
    duplicate: 'Повторить',
    join: 'Слить со следующей',
    split: 'Разделить у курсора',
    fill: 'Заполнить вниз',
    explains: {
      duplicate: 'Та же строка ещё раз, ниже',
      join: 'Эта строка и следующая — одна: наименование было перенесено',
      split: 'Текст после курсора станет отдельной строкой',
      fill: 'Текст этой ячейки во все строки ниже',
    },
    exchange: 'Поменять столбец местами с',
    twoAmounts:
      'В обеих строках стоит сумма или количество в одном столбце либо разные коды. Сначала очистите одно из них: ничего не складывается и не отбрасывается.',
    noCaret: 'Поставьте курсор в текст строки там, где его нужно разделить.',
    codeColumn: 'В этом столбце коды из списка, текст на их место не встанет. Перейдите в ячейку другого столбца.',
    offerGone: 'Строка изменилась: предложенное из неё больше не следует.',
    chooseCell: 'Сначала щёлкните ячейку строки.',
    third: 'Подставить «{column}»: {value}',
  },
})
