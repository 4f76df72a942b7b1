import { amountOf, type RussianReceipt } from './payload.ts'

const OPERATIONS = { '1': 'sale', '2': 'refund', '3': 'purchase', '4': 'purchase_refund' } as const

/** `t=20260312T1430&s=1234.50&fn=…&i=…&fp=…&n=1`, as every till prints it; null when a part is missing or impossible. */
export function readRussianReceipt(text: string): RussianReceipt | null {
  const parts = new Map(text.split('&').map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''] as const))
  const at = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?$/.exec(parts.get('t') ?? '')
  const total = amountOf(parts.get('s') ?? '')
  const [drive, document, sign] = [parts.get('fn'), parts.get('i'), parts.get('fp')]
  const operation = OPERATIONS[parts.get('n') as keyof typeof OPERATIONS]
  if (
    !at ||
    total === null ||
    !operation ||
    !/^\d{16}$/.test(drive ?? '') ||
    !/^\d{1,10}$/.test(document ?? '') ||
    !/^\d{1,10}$/.test(sign ?? '')
  )
    return null
  const [t, year, month, day, hour, minute] = at as unknown as [string, string, string, string, string, string]
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59)
    return null
  return {
    kind: 'ru-receipt',
    date: { value: `${year}-${month}-${day}`, raw: t },
    time: { value: `${hour}:${minute}`, raw: t },
    total: { value: total, raw: parts.get('s')! },
    drive: drive!,
    document: document!,
    sign: sign!,
    operation,
  }
}
