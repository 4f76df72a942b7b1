export const LANGUAGES = ['en', 'ru'] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language)
}

/** The user's own choice, then the browser's list in its order of preference, then English. */
export function chooseLanguage(chosen: string | undefined, accepted: string | undefined): Language {
  if (isLanguage(chosen)) return chosen
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { language: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en'
}

export interface PluralForms {
  readonly one: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The shape that every language must fill: the keys of English, plural forms as each language needs them. */
export type Shape<T> = T extends { readonly one: string; readonly other: string }
  ? PluralForms
  : T extends string
    ? string
    : { readonly [K in keyof T]: Shape<T[K]> }

/** The texts of one screen in all languages. English decides which keys exist; the compiler and a test compare the rest with it. */
export function texts<English extends object>(all: { readonly en: English; readonly ru: Shape<English> }) {
  const of = (language: Language): Shape<English> => all[language] as Shape<English>
  return Object.assign(of, { all })
}

/** Made when first asked for and kept: what Intl builds is dear, and a page asks for it a hundred times. */
export function oncePerLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

const rulesOf = oncePerLanguage((language) => new Intl.PluralRules(language))
const numbersOf = oncePerLanguage((language) => new Intl.NumberFormat(language))

/** «1 документ, 2 документа, 5 документов»: `#` stands for the number. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  const rule = rulesOf(language).select(count)
  const form = (rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined) ?? forms.other
  return form.replace('#', numbersOf(language).format(count))
}
