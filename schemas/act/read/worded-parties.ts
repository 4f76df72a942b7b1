import { hasLegalForm } from '../../../core/candidates/index.ts'
import type { Prose } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'
import { findRussianParties } from '../../shared/worded/russian-parties.ts'

const OPENING = 3000 // characters; the parties are introduced before the work is told
const SELLER =
  /исполнител|подрядчик|продавец|поставщик|арендодател|лицензиар|агент|contractor|provider|supplier|consultant|performer|executor|vendor|seller/iu
const BUYER = /заказчик|покупател|арендатор|лицензиат|принципал|клиент|customer|client|buyer|purchaser/iu
// Running text has one space between words; more room for it would be tried at every split.
const CALLED =
  /(?:^|[\s(])((?:\p{Lu}|\d)[^"“”«»();]{2,90}?),?\s?(?:\([^()"“”]{0,80}\),?\s?)?(?:(?:represented\sby|acting\sthrough)[^"“”]{2,120}?,?\s?)?\(?\s?(?:hereinafter\s)?(?:referred\sto\sas\s|called\s)?(?:the\s)?["“”'](?:the\s)?([\p{L}\s]{4,30})["“”']/gu

/** Executor and customer where a sentence introduces them: «ООО «…», именуемое в дальнейшем «Исполнитель», …». */
export function findWordedParties(prose: Prose): readonly Found[] {
  const opening = { from: 0, text: prose.text.slice(0, OPENING) }
  const introduced = [...findRussianParties(opening), ...englishParties(opening.text)]
  return introduced.flatMap(({ name, role, from, to }): readonly Found[] => {
    const side = SELLER.test(role) ? 'seller' : BUYER.test(role) ? 'buyer' : null
    return side === null ? [] : [{ path: `${side}.name`, value: name, from, to, score: 0.97 }]
  })
}

function englishParties(text: string) {
  return [...text.matchAll(CALLED)].flatMap((match) => {
    const name = match[1]!.replace(/^.*?(?:\b(?:between|and|that|by)\s)(?=\p{Lu})/su, '').replace(/[\s,]+$/u, '')
    if (!hasLegalForm(name)) return []
    const from = match.index + match[0].indexOf(name)
    return [{ name, role: match[2]!, from, to: from + name.length }]
  })
}
