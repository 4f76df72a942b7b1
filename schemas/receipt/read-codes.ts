import { readCode } from '../../core/codes/index.ts'
import type { Candidate } from '../../core/field.ts'
import type { Reading } from '../../core/reading.ts'

/** What the QR code of a Russian till says (DOMAIN §1.7): the till signed it, so it is the best evidence on the slip. Other codes say nothing here. */
export function readReceiptCodes(reading: Reading): readonly Candidate[] {
  return reading.pages.flatMap(({ index, codes = [] }) =>
    codes.flatMap(({ text, box }): readonly Candidate[] => {
      const payload = readCode(text)
      if (payload?.kind !== 'ru-receipt') return []
      const { date, time, total, drive, document, sign, operation } = payload
      const said: readonly (readonly [string, string, string])[] = [
        ['date', date.value, date.raw],
        ['time', time.value, time.raw],
        ['total', total.value, total.raw],
        ['fiscal.drive', drive, drive],
        ['fiscal.document', document, document],
        ['fiscal.sign', sign, sign],
        ['operation', operation, operation],
        // Fiscal tills count in roubles (54-ФЗ).
        ['currency', 'RUB', total.raw],
      ]
      return said.map(([path, value, raw]) => ({
        path,
        value,
        raw,
        source: 'qr',
        extractor: 'qr',
        score: 0.98,
        evidence: [{ page: index, box, text: raw }],
      }))
    }),
  )
}
