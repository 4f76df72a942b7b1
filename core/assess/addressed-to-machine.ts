import type { Page } from '../reading.ts'

/**
 * Sentences that order a reader about instead of telling what was delivered: the wording of known attacks on machines that read documents
 * (OWASP LLM01), in the languages of the product. The name of a product («ChatGPT Plus, 1 pc.») is no order. The list catches the plain attempts
 * only; what holds is that every value has to be printed in one place of a page.
 */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\s+(?:\p{L}+\s+){0,3}(?:instructions?|prompts?|rules|directions|context)\b/u,
  /\b(?:new|updated|hidden|special|secret)\s+(?:system\s+)?(?:instructions?|prompt)\s*:/u,
  /\b(?:system\s+prompt|developer\s+message|jailbreak|prompt\s+injection)\b/u,
  /\byou\s+are\s+(?:now\s+)?(?:an?|the)\s+(?:\p{L}+\s+){0,3}(?:assistant|ai|model|bot|agent|parser|extractor)\b/u,
  /\b(?:ai|llm|language\s+model|assistant|chatbot|parser|extractor)s?\s*[:,—–-]\s*(?:please\s+)?(?:set|use|return|output|answer|approve|write|replace|report|treat|change|ignore)\b/u,
  /\b(?:note|message|instructions?|attention)\s+(?:to|for)\s+(?:the\s+)?(?:ai|llm|language\s+model|assistant|chatbot|parser|extractor|machine|automated)/u,
  /\b(?:set|change|replace|overwrite)\s+(?:\p{L}+\s+){0,3}(?:total|amount|iban|account|bic|payee|beneficiary|number|date)\s+(?:\p{L}+\s+){0,3}(?:to|with|by)\b/u,
  /\b(?:return|output|respond|answer|reply)\s+(?:\p{L}+\s+){0,3}(?:json|null|with|the\s+following)\b/u,
  /\b(?:do\s+not|don't|never)\s+(?:flag|escalate|send|route|mark)\s+(?:\p{L}+\s+){0,4}(?:review|reviewer|person|human|suspicious|error)/u,
  /\b(?:approve|accept)\s+(?:this|the)\s+(?:\p{L}+\s+){0,2}(?:automatically|immediately|without)\b/u,
  /<\/?(?:system|assistant|user|instructions?|document)>|\[\/?inst\]|<\|[a-z_]+\|>/u,
  /(?:игнорируй|проигнорируй|забудь|отбрось|не\s+учитывай)(?:те)?\s+(?:\p{L}+\s+){0,3}(?:инструкци|указани|правил|промпт|контекст|сказанн|написанн)/u,
  /(?:нов(?:ая|ые|ое)|скрыт(?:ая|ые)|важн(?:ая|ые))\s+(?:системн\p{L}+\s+)?(?:инструкци\p{L}|указани\p{L}|промпт)\s*:/u,
  /системн\p{L}+\s+(?:промпт|инструкци|сообщени)/u,
  /(?:^|[^\p{L}])(?:ты|вы)\s*[—–-]?\s*(?:теперь\s+)?(?:\p{L}+\s+){0,3}(?:ассистент|помощник|модель|нейросеть|бот|парсер|агент)(?!\p{L})/u,
  /(?:нейросет\p{L}|языков\p{L}+\s+модел\p{L}|ассистент\p{L}?|искусственн\p{L}+\s+интеллект\p{L}?|робот\p{L}?|(?:^|[^\p{L}])ии)\s*[:,—–-]\s*(?:пожалуйста,?\s+)?(?:укажи|верни|установи|замени|ответь|одобри|используй|запиши|поставь|считай|измени|выведи)/u,
  /(?:инструкци\p{L}|сообщение|указани\p{L}|внимание)\s+для\s+(?:ии|нейросет|языков|модел|ассистент|робот|парсер|распознава)/u,
  /(?:установи|замени|измени|поставь|укажи|запиши)(?:те)?\s+(?:\p{L}+\s+){0,3}(?:сумм|итог|счёт|счет|реквизит|бик|инн|iban|получател|номер|дат)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:на|равн\p{L}+|как)(?!\p{L})/u,
  /(?:верни|выведи|ответь)(?:те)?\s+(?:\p{L}+\s+){0,3}(?:json|null|только|следующ)/u,
  /не\s+(?:отправляй|помечай|направляй|показывай)(?:те)?\s+(?:\p{L}+\s+){0,4}(?:проверк|провер|человек|бухгалтер|оператор|ошибк)/u,
  /(?:одобри|прими|утверди)(?:те)?\s+(?:\p{L}+\s+){0,3}(?:автоматически|немедленно|без\s+проверки)/u,
]

/** Characters that nobody sees: zero width, direction marks, soft hyphens, tag letters (Unicode 16, U+E0000 block). */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}

/** Pages with text that speaks to a machine. A sentence may run over lines. */
export function addressedToMachine(pages: readonly Page[]): readonly Page[] {
  return pages.filter(({ lines }) => {
    const text = withoutUnseen(lines.map((line) => line.text).join(' '))
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\s+/g, ' ')
    return ORDERS.some((order) => order.test(text))
  })
}
