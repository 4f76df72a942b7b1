import { z } from 'zod'

/** One address and nothing else: no list, no name, no line break that could add a header (RFC 5322, 3.4.1, the plain form). */
export const MailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+\.[^\s@<>(),;:\\"[\].]+$/)

export const LetterLanguage = z.enum(['en', 'ru'])
export type LetterLanguage = z.infer<typeof LetterLanguage>

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\r\n]*$/)
const LONGEST_SUBJECT = 200
const LONGEST_BODY = 20_000

/** What a person sends to a supplier, word for word. */
export const LetterText = z.object({
  to: MailAddress,
  subject: oneLine(LONGEST_SUBJECT),
  body: z.string().trim().min(1).max(LONGEST_BODY),
  language: LetterLanguage,
})
export type LetterText = z.infer<typeof LetterText>

export const LetterTemplate = z.object({ subject: oneLine(LONGEST_SUBJECT), body: LetterText.shape.body })
export type LetterTemplate = z.infer<typeof LetterTemplate>

/** Names that every template may use beside the fields of documents. */
export const LETTER_PLACES = ['findings', 'organisation', 'person', 'today'] as const

/** Until an organisation writes its own. */
export const USUAL_LETTERS: Readonly<Record<LetterLanguage, LetterTemplate>> = {
  en: {
    subject: 'Your document {number} of {issueDate}: please check',
    body: `Dear Sir or Madam,

we have received your document {number} of {issueDate} for {totals.gross} {currency}. It does not agree with what we have:

{findings}

Please check it and send us a corrected document, or tell us why it is right as it is. Until then we cannot pay it.

Kind regards
{person}
{organisation}`,
  },
  ru: {
    subject: 'Ваш документ № {number} от {issueDate}: просим проверить',
    body: `Здравствуйте!

Мы получили ваш документ № {number} от {issueDate} на сумму {totals.gross} {currency}. Он расходится с нашими данными:

{findings}

Пожалуйста, проверьте его и пришлите исправленный документ или сообщите, почему он верен. До этого мы не можем его оплатить.

С уважением,
{person}
{organisation}`,
  },
}
