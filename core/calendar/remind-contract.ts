/** Names that the workflow of reminders, its starters and the workers agree on. */
export const REMIND_OF_DATES = 'remindOfDates'
export const DATES_CHANGED = 'datesChanged'

export interface DatedDocument {
  readonly organisationId: string
  readonly documentId: string
}

export function remindersId({ documentId }: DatedDocument): string {
  return `dates-${documentId}`
}

/** The activity of reminders. */
export interface DateReminders {
  /** Tells what is due, each reminder once, and answers in how many milliseconds to look again; null = the document has no date to come. */
  tellDates(document: DatedDocument): Promise<{ readonly againInMs: number | null }>
}
