import type { Sentence } from '../../../core/prose/index.ts'
import { durationText, findDurations } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const NAMED =
  /гарантийн\p{L}+\s(?:срок|период|обязательств)|срок\p{L}*\sгарантии|гаранти(?:я|рует|ю)|warrant(?:y|s|ed|ies)|gewährleistung|garantie/iu
const OTHER =
  /устран|замен|уведом|сообщ|оплат|рекламац|repair|replace|notify|notice|remedy|invoice|mängel\s(?:anzeigen|beseitigen)|insur|employ/iu
const REACH = 140 // characters between the word and its span

/** How long goods, work or results are warranted; how fast a defect is to be put right is another span. */
export function findWarranty(sentences: readonly Sentence[]): readonly Found[] {
  return sentences.flatMap(({ text, from, heading }): readonly Found[] => {
    const named = NAMED.exec(text)
    if (!named) return []
    const span = findDurations(text).find(
      (one) =>
        one.from > named.index &&
        one.from - named.index < REACH &&
        (one.unit !== 'day' || one.count >= 28) &&
        !OTHER.test(text.slice(named.index + named[0].length, one.from)),
    )
    if (!span) return []
    const score =
      0.6 + (/гарант|качеств|warrant|quality|gewähr/iu.test(heading) ? 0.2 : 0) + (/срок|period|frist/iu.test(named[0]) ? 0.1 : 0)
    return [{ path: 'warranty', value: durationText(span), from, to: from + text.length, score }]
  })
}
