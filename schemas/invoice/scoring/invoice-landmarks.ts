import { placeOf } from '../../../core/extraction/labels/index.ts'
import type { Landmark } from '../../../core/scoring/landmarks.ts'
import type { Caption } from '../../shared/trade/labels/index.ts'
import type { TradeText } from '../../shared/trade/read-pages/context.ts'

/** Captions that speak for or against the same fields. */
const CAPTION_GROUPS: readonly (readonly [name: string, kinds: readonly Caption[]])[] = [
  ['number', ['number']],
  ['title', ['title', 'creditTitle']],
  ['issueDate', ['issueDate']],
  ['date', ['date']],
  ['dueDate', ['dueDate', 'paymentTerms']],
  ['deliveryDate', ['deliveryDate', 'period']],
  ['otherDate', ['otherDate', 'orderDate']],
  ['order', ['purchaseOrder']],
  ['reference', ['buyerReference', 'paymentReference', 'contractRef', 'precedingInvoice']],
  ['otherNumber', ['customerNumber', 'otherNumber', 'lineNumber']],
  ['net', ['net', 'linesNet', 'taxBase']],
  ['tax', ['tax']],
  ['gross', ['gross']],
  ['total', ['total']],
  ['due', ['due']],
  ['otherMoney', ['prepaid', 'allowances', 'charges', 'rounding']],
  ['seller', ['seller']],
  ['buyer', ['buyer', 'shipTo', 'buyerVatId']],
  ['payee', ['payee', 'bankName']],
  ['taxId', ['vatId', 'taxNumber', 'legalId', 'inn', 'kpp']],
  ['account', ['iban', 'bic', 'bik', 'account', 'corrAccount']],
  ['contact', ['contact', 'name', 'address', 'otherParty']],
]

/** Parts of words that carry a meaning across wordings and languages, where no whole caption is known. */
const STEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['stem:invoice', /invoice|rechnung|factur|fattura|fatura|faktur|счет|счёт|bill\b|beleg|receipt/giu],
  ['stem:date', /\bdate|datum|\bdat\b|fecha|\bdata\b|дат[аыу]|\bот\b|\bvom\b|\bdu\b|\bden\b|dated|issued|tag\b/giu],
  [
    'stem:due',
    /\bdue|fällig|faellig|échéance|echeance|zahlbar|pay(?:ment|able)?\s+(?:by|before|until)|срок|оплатить до|vencim|scaden|vervaldat|bis\b|avant/giu,
  ],
  ['stem:deliver', /deliver|liefer|livrai|leistung|отгруз|постав(?:к|лен)|shipp|service|period|entrega|consegna|lever/giu],
  ['stem:number', /\bn[ro]\b|\bnr\b|nummer|number|numéro|numero|номер|№|n°|#|\bid\b/giu],
  ['stem:order', /\border|bestell|auftrag|commande|заказ|pedido|ordine|\bpo\b/giu],
  ['stem:customer', /custom|kunde|client|клиент|debit|cliente|klant/giu],
  ['stem:total', /total|summe|gesamt|итого|всего|totaal|totale|betrag|montant|amount|сумма|bedrag|importe|importo|sum\b/giu],
  ['stem:net', /\bnet|\bht\b|hors|excl|ohne|без|imponib|\bbase|sub-?\s?tot|zwischen|exkl|untaxed/giu],
  ['stem:tax', /\bvat|\btax|mwst|ust|steuer|\btva|ндс|налог|\biva|btw|\bgst/giu],
  ['stem:gross', /gross|brutto|\bttc\b|incl|inkl|einschl|\bс ндс|grand|final|end(?:summe|betrag)/giu],
  ['stem:pay', /\bpay|zahl|payer|оплат|due|fällig|à régler|pagar|pagare|betal|owed|balance|outstanding|überweis/giu],
  ['stem:paid', /paid|bezahlt|payé|acompte|anzahlung|аванс|deposit|prepa|voraus/giu],
  ['stem:seller', /seller|vendor|supplier|lieferant|verkäufer|vendeur|fournisseur|постав|продав|исполнит|issuer|from\b|firma/giu],
  [
    'stem:buyer',
    /buyer|bill(?:ed)?\s+to|ship\s+to|sold\s+to|empfänger|käufer|acheteur|destinataire|покупат|заказчик|плательщ|получат|\bfor\b|\bto\b|\ban\b/giu,
  ],
  ['stem:bank', /bank|konto|account|compte|банк|сч[её]т|swift|\bbic\b|iban|banque|sort code|routing/giu],
  [
    'stem:tax id',
    /ust-?id|vat\s?(?:id|reg|no)|tva\s?intra|steuernummer|steuer-?nr|инн|кпп|огрн|siret|siren|\bein\b|tax\s?(?:id|no|reg)/giu,
  ],
]

export const GROUPS: readonly string[] = [...CAPTION_GROUPS.map(([name]) => name), ...STEMS.map(([name]) => name)]
/** Everything that changes what a landmark means, for the fingerprint. */
export const LANDMARK_WORDS: readonly string[] = [
  ...CAPTION_GROUPS.map(([name, kinds]) => `${name}=${kinds.join()}`),
  ...STEMS.map(([name, pattern]) => `${name}=${pattern.source}`),
]

const GROUP_OF = new Map(CAPTION_GROUPS.flatMap(([, kinds], i) => kinds.map((kind) => [kind, i] as const)))

/** Captions and stems of all pages; a caption with several kinds is a landmark of each. */
export function invoiceLandmarks(invoice: TradeText): readonly Landmark[] {
  const captions = invoice.hits.flatMap((hit): Landmark[] => {
    const group = GROUP_OF.get(hit.kind)
    return group === undefined ? [] : [{ group, weight: hit.weight, page: hit.line.page, at: placeOf(hit) }]
  })
  const stems = invoice.text.lines.flatMap((line) =>
    STEMS.flatMap(([, pattern], i) =>
      [...line.text.matchAll(pattern)].map(
        (match): Landmark => ({
          group: CAPTION_GROUPS.length + i,
          weight: 1,
          page: line.page,
          at: placeOf({ line, from: match.index, to: match.index + match[0].length }),
        }),
      ),
    ),
  )
  return [...captions, ...stems]
}
