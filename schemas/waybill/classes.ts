import type { DocumentClass } from '../define.ts'
import { WAYBILL_SIGNS } from './signs.ts'

export const waybillClasses: readonly DocumentClass[] = [
  { name: 'waybill', caption: { en: 'Waybill (TORG-12)', ru: 'Накладная (ТОРГ-12)' }, signs: WAYBILL_SIGNS },
]
