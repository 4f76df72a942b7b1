import type { CaptionList } from './caption.ts'
import { FRENCH_HEAD } from './fr-head.ts'
import { FRENCH_MONEY } from './fr-money.ts'
import { FRENCH_PARTY } from './fr-party.ts'

/** Captions as printed on French documents. */
export const FRENCH: CaptionList = [...FRENCH_HEAD, ...FRENCH_MONEY, ...FRENCH_PARTY]
