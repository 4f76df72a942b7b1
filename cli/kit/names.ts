/** The names of a new type in every form its files need. */
export interface Names {
  /** `payment-order` */
  readonly kebab: string
  /** `paymentOrder` */
  readonly camel: string
  /** `PaymentOrder` */
  readonly pascal: string
  /** `PAYMENT_ORDER` */
  readonly upper: string
  readonly en: string
  readonly ru: string
}

/** `name` in lower case with hyphens, as folders and addresses have it. */
export function namesOf(name: string, en: string, ru: string): Names {
  const pascal = name
    .split('-')
    .map((part) => `${part[0]!.toUpperCase()}${part.slice(1)}`)
    .join('')
  return {
    kebab: name,
    camel: `${pascal[0]!.toLowerCase()}${pascal.slice(1)}`,
    pascal,
    upper: name.toUpperCase().replaceAll('-', '_'),
    en,
    ru,
  }
}
