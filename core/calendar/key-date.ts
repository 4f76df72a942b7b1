/**
 * A day that an agreement makes matter: it ends, it goes on for another term unless somebody says no, or the last day for saying so.
 */
export interface KeyDate {
  readonly kind: 'ends' | 'renews' | 'notice_by'
  /** ISO `YYYY-MM-DD`. */
  readonly date: string
}
