import type { Cell, Table } from '../../../core/spreadsheet/index.ts'

export const FIGURES = ['outcomes', 'audits', 'queue', 'waiting', 'throughput', 'work', 'own', 'calibration', 'cost', 'suppliers'] as const
export type FigureName = (typeof FIGURES)[number]

/** `null` in a series = nothing was measured at that point. */
export interface Series {
  readonly caption: string
  readonly values: readonly (number | null)[]
}

/** What is drawn above a table. All numbers of one plot have one unit, which `unit` names. */
export type Plot =
  | {
      readonly kind: 'lines'
      readonly at: readonly string[]
      readonly series: readonly Series[]
      readonly unit: 'share' | 'count' | 'hours' | 'money'
    }
  | { readonly kind: 'bars'; readonly bars: readonly { readonly caption: string; readonly value: number }[] }
  | {
      readonly kind: 'intervals'
      readonly rows: readonly { readonly caption: string; readonly share: number; readonly low: number; readonly high: number }[]
    }

/** A cell with the address of its documents. A share is shown in per cent and exported as 0..1. */
export type Linked = { readonly cell: Cell; readonly href: string | null; readonly isShare?: true }

export interface Figure {
  readonly name: FigureName
  readonly captions: readonly string[]
  readonly rows: readonly (readonly Linked[])[]
  readonly plot: Plot | null
  /** Not shown because too few people had a part in it. */
  readonly isHidden?: boolean
}

export function tableOf({ name, captions, rows }: Figure): Table {
  return { name, captions, rows: rows.map((row) => row.map(({ cell }) => cell)) }
}

export const text = (value: string): Linked => ({ cell: { kind: 'text', value }, href: null })
export const day = (value: string): Linked => ({ cell: { kind: 'date', value }, href: null })

/** A number with at most `decimals`; null = nothing was measured. Nought has no documents to lead to. */
export function number(value: number | null, href: string | null = null, decimals = 0): Linked {
  if (value === null) return { cell: null, href: null }
  return { cell: { kind: 'number', value: plain(value, decimals) }, href: value === 0 ? null : href }
}

export function share(value: number | null): Linked {
  return { ...number(value, null, 4), isShare: true }
}

/** Without exponent and idle zeros, as decimal strings are written here. */
function plain(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals)
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
  return short === '-0' ? '0' : short
}
