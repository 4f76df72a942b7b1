import { z } from 'zod'

/** Leaves of every type's data: null = not on the document. */
export const text = z.string().nullable()

/** Decimal string: "1234.56", never grouped. */
export const money = z
  .string()
  .regex(/^-?[0-9]{1,15}(\.[0-9]{1,10})?$/)
  .nullable()

/** ISO date. */
export const date = z
  .string()
  .regex(/^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$/)
  .nullable()

/** `HH:MM`, 24 hours. */
export const time = z
  .string()
  .regex(/^[0-2][0-9]:[0-5][0-9]$/)
  .nullable()
