/** UNTDID 5189 «discount» and UNTDID 7161 «miscellaneous»: the norm wants a reason (BR-33, BR-38, BR-42, BR-44) and the record may have none. */
export const CHANGE_REASON = { allowance: '95', charge: 'ABK' } as const

// Categories whose name is the reason.
const CODES: Readonly<Record<string, string>> = { AE: 'VATEX-EU-AE', K: 'VATEX-EU-IC', G: 'VATEX-EU-G', O: 'VATEX-EU-O' }

/** BT-121 for a category that needs a reason and whose name is one; null for the others. */
export function exemptionCode(category: string | null): string | null {
  return CODES[category ?? ''] ?? null
}
