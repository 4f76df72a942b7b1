import type { CaptionList } from './caption.ts'
import { OTHER_HEAD } from './other-head.ts'
import { OTHER_MONEY } from './other-money.ts'
import { OTHER_PARTY } from './other-party.ts'

/** Captions as printed on documents in Dutch, Spanish, Italian, Polish, Portuguese, Scandinavian; abbreviations that belong to no language. */
export const OTHER: CaptionList = [...OTHER_HEAD, ...OTHER_MONEY, ...OTHER_PARTY]
