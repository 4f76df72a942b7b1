import type { z } from 'zod'
import { WorkingTime } from '../../../core/calendar/index.ts'
import { Tolerances } from '../../../core/orders/index.ts'
import { RoutingRule } from '../../../core/routing/index.ts'
import { CompanyBody } from '../companies.ts'
import { DecisionBody } from '../decision.ts'
import { Reprocess } from '../documents.ts'
import { Reason } from '../erasure.ts'
import { SettingsBody } from '../export-settings.ts'
import { PartsBody } from '../file-parts.ts'
import { LetterBody } from '../letters.ts'
import { OrderBody } from '../orders.ts'
import { PaymentBody } from '../payments.ts'
import { QuestionBody } from '../questions.ts'
import { TypeBody } from '../reclassify.ts'
import { Acknowledgement } from '../records.ts'
import { OrderOfRules } from '../routing-rules.ts'
import { NewWebhook, Replay } from '../webhooks.ts'
import type { ShapeName } from './shapes.ts'

type Parameter =
  | 'limit'
  | 'after'
  | 'status'
  | 'text'
  | 'type'
  | 'words'
  | 'supplier'
  | 'from'
  | 'to'
  | 'least'
  | 'most'
  | 'queue'
  | 'language'
  | 'finding'
  | 'ifMatch'
  | 'ifMatchIfThere'
  | 'mode'
  | 'idempotencyKey'
  | 'fileName'
  | 'contentDigest'
  | 'reason'
  | 'force'

export interface Operation {
  readonly summary: string
  readonly parameters?: readonly Parameter[]
  /** A JSON body of this shape, or a file. */
  readonly body?: z.ZodType | 'file'
  readonly optionalBody?: true
  /** Status → shape of the JSON answer; a media type where it is something else; null where there is no body. */
  readonly answers: Readonly<Record<number, ShapeName | { readonly mediaType: string } | null>>
}

const BINARY = { mediaType: 'application/octet-stream' }

/** Every route of `/api/v1` that others build on; the same keys as ui/auth/policies.ts. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /api/v1/documents': {
    summary: 'Upload a file; the body is the file itself, or multipart/form-data with several',
    parameters: ['type', 'fileName', 'contentDigest'],
    body: 'file',
    answers: { 202: 'Uploaded', 200: 'Uploaded' },
  },
  'GET /api/v1/documents': {
    summary: 'Documents, newest first',
    parameters: ['status', 'text', 'type', 'limit', 'after'],
    answers: { 200: 'Documents' },
  },
  'GET /api/v1/documents/:id': { summary: 'One document; its version is the ETag', answers: { 200: 'OneDocument' } },
  'DELETE /api/v1/documents/:id': {
    summary:
      'Erase a document for good, with the parts of its file; the journal keeps that it was there. A record needs force and a reason',
    parameters: ['ifMatch', 'reason', 'force'],
    answers: { 204: null },
  },
  'PUT /api/v1/documents/:id/hold': { summary: 'Put it under a legal hold: it cannot be erased', body: Reason, answers: { 204: null } },
  'POST /api/v1/documents/:id/hold/lift': { summary: 'Lift the legal hold', body: Reason, answers: { 204: null } },
  'GET /api/v1/documents/:id/result': { summary: 'All that was read, with evidence and findings', answers: { 200: 'Result' } },
  'GET /api/v1/documents/:id/pages/:page': { summary: 'Image of a page', answers: { 200: { mediaType: 'image/*' } } },
  'GET /api/v1/documents/:id/parts': { summary: 'Where the documents of a file of several pages begin', answers: { 200: 'FileParts' } },
  'POST /api/v1/documents/:id/parts': {
    summary:
      'Say where they begin: pages move, documents are split and merged, and what changed is read again (202); 200 = nothing to change',
    body: PartsBody,
    answers: { 200: 'FileParts', 202: 'FileParts' },
  },
  'GET /api/v1/documents/:id/file': { summary: 'The file as it was uploaded', answers: { 200: BINARY } },
  'GET /api/v1/documents/:id/events': { summary: 'What happened to the document', answers: { 200: 'Events' } },
  'POST /api/v1/documents/:id/review': {
    summary: 'Approve, save corrections or reject',
    parameters: ['ifMatch'],
    body: DecisionBody,
    answers: { 200: 'Outcome' },
  },
  'POST /api/v1/documents/:id/type': {
    summary: 'Say what a waiting document is: it is read again as that type and comes back to the desk',
    parameters: ['ifMatch'],
    body: TypeBody,
    answers: { 202: 'Started' },
  },
  'POST /api/v1/documents/:id/reprocess': {
    summary: 'Read a rejected or failed document again',
    parameters: ['ifMatch'],
    body: Reprocess,
    optionalBody: true,
    answers: { 202: 'Started' },
  },
  'GET /api/v1/documents/:id/letter': {
    summary: 'A letter to the supplier about what does not agree, drafted and kept nowhere',
    parameters: ['language', 'finding'],
    answers: { 200: 'LetterDraft' },
  },
  'GET /api/v1/documents/:id/letters': { summary: 'The letters that left, newest first', answers: { 200: 'Letters' } },
  'POST /api/v1/documents/:id/letters': {
    summary: 'Send a letter, word for word; with an id of yours it leaves once however often it is sent. For people alone',
    body: LetterBody,
    answers: { 202: 'Letter' },
  },
  'POST /api/v1/documents/:id/letters/:letter/again': {
    summary: 'Try a letter again that the mail server has refused',
    answers: { 204: null },
  },
  'GET /api/v1/documents/:id/payment': {
    summary: 'What a payment order of the approved document would hold; 409 with the reason where there may be none',
    answers: { 200: 'PaymentStart' },
  },
  'GET /api/v1/documents/:id/payments': { summary: 'The payment orders that were kept, the first one first', answers: { 200: 'Payments' } },
  'PUT /api/v1/documents/:id/payments/:payment': {
    summary: 'Keep a payment order under an id of yours; If-Match where there is one already. Nothing is sent to a bank',
    parameters: ['ifMatchIfThere'],
    body: PaymentBody,
    answers: { 200: 'Payment', 201: 'Payment' },
  },
  'POST /api/v1/documents/:id/payments/:payment/file': {
    summary: 'Its file in 1CClientBankExchange, for a bank or 1C; that it was taken is written down',
    answers: { 200: { mediaType: 'text/plain' } },
  },
  'GET /api/v1/dates': {
    summary: 'The days to come of approved contracts, the nearest first, with the day of the next reminder',
    answers: { 200: 'Dates' },
  },
  'GET /api/v1/search': {
    summary: 'Documents by what is read in them, with the places; best match first',
    parameters: ['words', 'type', 'supplier', 'from', 'to', 'least', 'most', 'status', 'queue', 'limit', 'after'],
    answers: { 200: 'Found' },
  },
  'POST /api/v1/questions': {
    summary: 'The passages that answer a question, and an answer proven by them where a language model stands inside',
    body: QuestionBody,
    answers: { 200: 'Reply' },
  },
  'GET /api/v1/stream': { summary: 'Changes as they happen', answers: { 200: { mediaType: 'text/event-stream' } } },
  'GET /api/v1/records': {
    summary: 'Approved records in order of approval; keep `next` and go on from it',
    parameters: ['limit', 'after'],
    answers: { 200: 'Records' },
  },
  'GET /api/v1/records/:id/formats': { summary: 'The files that this record can leave as', answers: { 200: 'Formats' } },
  'GET /api/v1/records/:file{[\\w-]+\\.[\\w.-]+}': {
    summary: 'A record as a file: {id}.json, {id}.ubl.xml and others',
    answers: { 200: { mediaType: '*/*' } },
  },
  'POST /api/v1/records/:id/ack': {
    summary: 'Say what became of a record; an empty body means that it is posted',
    body: Acknowledgement,
    optionalBody: true,
    answers: { 200: 'Acknowledged' },
  },
  'GET /api/v1/suppliers': { summary: 'Suppliers, by code', parameters: ['text', 'limit', 'after'], answers: { 200: 'Companies' } },
  'POST /api/v1/suppliers/import': {
    summary: 'A table of them (.csv, .xlsx): all rows or none, unless mode says otherwise',
    parameters: ['mode'],
    body: 'file',
    answers: { 200: 'Imported' },
  },
  'GET /api/v1/suppliers/:code': { summary: 'One of them; its version is the ETag', answers: { 200: 'Company' } },
  'PUT /api/v1/suppliers/:code': {
    summary: 'Write one; If-Match where there is one already',
    parameters: ['ifMatchIfThere'],
    body: CompanyBody,
    answers: { 200: 'Company', 201: 'Company' },
  },
  'DELETE /api/v1/suppliers/:code': { summary: 'Remove one', parameters: ['ifMatch'], answers: { 204: null } },
  'GET /api/v1/own-companies': {
    summary: 'The companies that the organisation itself is, by code',
    parameters: ['text', 'limit', 'after'],
    answers: { 200: 'Companies' },
  },
  'POST /api/v1/own-companies/import': {
    summary: 'A table of them (.csv, .xlsx): all rows or none, unless mode says otherwise',
    parameters: ['mode'],
    body: 'file',
    answers: { 200: 'Imported' },
  },
  'GET /api/v1/own-companies/:code': { summary: 'One of them; its version is the ETag', answers: { 200: 'Company' } },
  'PUT /api/v1/own-companies/:code': {
    summary: 'Write one; If-Match where there is one already',
    parameters: ['ifMatchIfThere'],
    body: CompanyBody,
    answers: { 200: 'Company', 201: 'Company' },
  },
  'DELETE /api/v1/own-companies/:code': { summary: 'Remove one', parameters: ['ifMatch'], answers: { 204: null } },
  'GET /api/v1/orders': { summary: 'Purchase orders, by number', parameters: ['limit', 'after'], answers: { 200: 'Orders' } },
  'POST /api/v1/orders/import': {
    summary: 'A table of orders (.csv, .xlsx), one row per line: all rows or none, unless mode says otherwise',
    parameters: ['mode'],
    body: 'file',
    answers: { 200: 'Imported' },
  },
  'GET /api/v1/orders/:number': { summary: 'One order; its version is the ETag', answers: { 200: 'Order' } },
  'PUT /api/v1/orders/:number': {
    summary: 'Write an order with what was taken in so far; If-Match where there is one already',
    parameters: ['ifMatchIfThere'],
    body: OrderBody,
    answers: { 200: 'Order', 201: 'Order' },
  },
  'DELETE /api/v1/orders/:number': { summary: 'Remove an order', parameters: ['ifMatch'], answers: { 204: null } },
  'GET /api/v1/export-settings': { summary: 'Codes of the receiving systems that formats need', answers: { 200: 'ExportSettings' } },
  'PUT /api/v1/export-settings/:type/:format': {
    summary: 'Set them for one format, all at once; used where a request for a file gives none',
    body: SettingsBody,
    answers: { 200: 'FormatSettings' },
  },
  'GET /api/v1/routing-rules': {
    summary: 'What becomes of documents that come to people: the first rule that fits counts; the ETag stands for all rules in their order',
    answers: { 200: 'RoutingRules' },
  },
  'POST /api/v1/routing-rules': { summary: 'Add a rule behind all others', body: RoutingRule, answers: { 201: 'RoutingRule' } },
  'GET /api/v1/routing-rules/forecast': {
    summary: 'How the latest 100 documents would have been routed by the rules of now, newest first',
    answers: { 200: 'RoutingForecast' },
  },
  'GET /api/v1/routing-rules/moves': {
    summary: 'Which waiting documents the rules of now would move; the ETag is that of the rules',
    answers: { 200: 'RoutingMoves' },
  },
  'POST /api/v1/routing-rules/moves': {
    summary: 'Move them; If-Match is the ETag of the rules',
    parameters: ['ifMatch'],
    answers: { 200: 'RoutingMoved' },
  },
  'PUT /api/v1/routing-rules/order': {
    summary: 'All rules in the wanted order; If-Match is the ETag of the rules',
    parameters: ['ifMatch'],
    body: OrderOfRules,
    answers: { 200: 'RoutingRules' },
  },
  'GET /api/v1/routing-rules/:id': { summary: 'One rule; its version is the ETag', answers: { 200: 'RoutingRule' } },
  'PUT /api/v1/routing-rules/:id': {
    summary: 'Change a rule; what waits stays where it is',
    parameters: ['ifMatch'],
    body: RoutingRule,
    answers: { 200: 'RoutingRule' },
  },
  'DELETE /api/v1/routing-rules/:id': { summary: 'Remove a rule', parameters: ['ifMatch'], answers: { 204: null } },
  'GET /api/v1/working-time': {
    summary: 'When the organisation works; deadlines in hours count only that. 404 = round the clock',
    answers: { 200: 'WorkingTime' },
  },
  'PUT /api/v1/working-time': {
    summary: 'Set it; If-Match where there is one already. What waits keeps its deadline until it is moved',
    parameters: ['ifMatchIfThere'],
    body: WorkingTime,
    answers: { 200: 'WorkingTime' },
  },
  'DELETE /api/v1/working-time': { summary: 'Round the clock again', parameters: ['ifMatch'], answers: { 204: null } },
  'GET /api/v1/order-tolerances': { summary: 'How far invoices may go beyond their orders', answers: { 200: 'Tolerances' } },
  'PUT /api/v1/order-tolerances': {
    summary: 'Set it for all suppliers without tolerances of their own',
    body: Tolerances,
    answers: { 200: 'Tolerances' },
  },
  'GET /api/v1/order-tolerances/:supplier': { summary: 'The same for one supplier', answers: { 200: 'Tolerances' } },
  'PUT /api/v1/order-tolerances/:supplier': { summary: 'Set it for one supplier', body: Tolerances, answers: { 200: 'Tolerances' } },
  'GET /api/v1/webhooks': { summary: 'Addresses that hear what happens', answers: { 200: 'Webhooks' } },
  'POST /api/v1/webhooks': { summary: 'Add an address; the answer holds its secret', body: NewWebhook, answers: { 201: 'NewSecret' } },
  'GET /api/v1/webhooks/:id': { summary: 'One address', answers: { 200: 'Webhook' } },
  'DELETE /api/v1/webhooks/:id': { summary: 'Remove an address', answers: { 204: null } },
  'GET /api/v1/webhooks/:id/deliveries': {
    summary: 'What was sent there, newest first',
    parameters: ['limit', 'after'],
    answers: { 200: 'Deliveries' },
  },
  'POST /api/v1/webhooks/:id/rotate': { summary: 'A new secret; both sign for 24 hours', answers: { 200: 'NewSecret' } },
  'POST /api/v1/webhooks/:id/enable': { summary: 'Switch on again', answers: { 200: 'Webhook' } },
  'POST /api/v1/webhooks/:id/replay': { summary: 'Send a span of time again', body: Replay, answers: { 202: 'Replayed' } },
  'GET /api/v1/types': { summary: 'Document types', answers: { 200: 'Types' } },
  'GET /api/v1/types/:type/schema.json': {
    summary: 'JSON Schema of the records of a type',
    answers: { 200: { mediaType: 'application/schema+json' } },
  },
}

/** What the screens need and nobody else should build on: not published, and free to change. */
export const INTERNAL: ReadonlySet<string> = new Set([
  'GET /api/v1/documents/:id/pages/:page/small',
  'GET /api/v1/documents/:id/pages/:page/reading',
  'GET /api/v1/documents/:id/pages/:page/value',
  'GET /api/v1/documents/:id/pages/:page/table',
  'POST /api/v1/documents/:id/blind',
])
