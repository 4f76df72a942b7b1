/** @ПоФактХЖ: the economic fact, in the order's own words; the same for every document of the format. */
export const FACT = 'Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)'

/** What a file of the format is: its @Функция, and the words that go with it. */
export interface UpdKind {
  /** СЧФДОП is a счёт-фактура as well; ДОП only the primary document, without any function for tax. */
  readonly function: 'СЧФДОП' | 'ДОП'
  /** @НаимДокОпр, 255 characters at most. */
  readonly title: string
  /** @СодОпер. */
  readonly operation: string
}

export const INVOICE_AND_TRANSFER: UpdKind = {
  function: 'СЧФДОП',
  title: `Счет-фактура и ${FACT.charAt(0).toLowerCase()}${FACT.slice(1)}`,
  operation: 'Товары переданы, работы выполнены, услуги оказаны',
}

export const ACT_OF_WORK: UpdKind = {
  function: 'ДОП',
  title: 'Акт о приемке выполненных работ (оказанных услуг)',
  operation: 'Работы выполнены, услуги оказаны',
}
