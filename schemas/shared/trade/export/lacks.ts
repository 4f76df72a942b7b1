import type { Lack } from '../../../export.ts'

/** The value is not on the record. */
export function missing(field: string, rule: string | null = null): Lack {
  return { fields: [field], rule, message: { en: 'The format demands this value.', ru: 'Формат требует это значение.' } }
}

/** The value is there, but not one that the format takes. */
export function refused(fields: string | readonly string[], rule: string | null, en: string, ru: string): Lack {
  return { fields: typeof fields === 'string' ? [fields] : fields, rule, message: { en, ru } }
}
