/** Russian VAT rates by the day of shipment or prepayment. Sources: Tax Code art. 164; 425-ФЗ of 28.11.2025 (22 % from 2026). */
const RATES: readonly { readonly from: string; readonly to: string; readonly rates: readonly number[] }[] = [
  { from: '2004-01-01', to: '2018-12-31', rates: [18, 10, 0] },
  { from: '2019-01-01', to: '2024-12-31', rates: [20, 10, 0] },
  { from: '2025-01-01', to: '2025-12-31', rates: [20, 10, 7, 5, 0] },
  { from: '2026-01-01', to: '9999-12-31', rates: [22, 10, 7, 5, 0] },
]

/** The rates in force on a day (ISO date), in per cent; null before 2004. */
export function russianRates(date: string): readonly number[] | null {
  return RATES.find(({ from, to }) => date >= from && date <= to)?.rates ?? null
}

/** Whether the rate has ever been in force up to that day. */
export function onceRussianRate(rate: number, date: string): boolean {
  return RATES.some(({ rates, from }) => rates.includes(rate) && date >= from)
}
