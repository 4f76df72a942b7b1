import type { CaptionList } from './caption.ts'
import { RUSSIAN_HEAD } from './ru-head.ts'
import { RUSSIAN_MONEY } from './ru-money.ts'
import { RUSSIAN_PARTY } from './ru-party.ts'

/** Captions as printed on Russian documents. */
export const RUSSIAN: CaptionList = [...RUSSIAN_HEAD, ...RUSSIAN_MONEY, ...RUSSIAN_PARTY]
