import type { Layout } from '../sample.ts'
import { englishActs } from './english.ts'
import { russianActs } from './russian.ts'
import { unseenActs } from './unseen.ts'

/** Every layout of an act, printed from the model of an invoice for services. */
export const actLayouts: readonly Layout[] = [...russianActs, ...englishActs, ...unseenActs]
