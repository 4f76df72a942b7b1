import type { CaptionList } from './caption.ts'
import { GERMAN_HEAD } from './de-head.ts'
import { GERMAN_MONEY } from './de-money.ts'
import { GERMAN_PARTY } from './de-party.ts'

/** Captions as printed on German documents. */
export const GERMAN: CaptionList = [...GERMAN_HEAD, ...GERMAN_MONEY, ...GERMAN_PARTY]
