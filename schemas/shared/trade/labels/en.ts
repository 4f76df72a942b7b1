import type { CaptionList } from './caption.ts'
import { ENGLISH_HEAD } from './en-head.ts'
import { ENGLISH_MONEY } from './en-money.ts'
import { ENGLISH_PARTY } from './en-party.ts'

/** Captions as printed on English documents. */
export const ENGLISH: CaptionList = [...ENGLISH_HEAD, ...ENGLISH_MONEY, ...ENGLISH_PARTY]
