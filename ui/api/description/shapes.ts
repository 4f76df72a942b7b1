import { z } from 'zod'
import { WorkingTime } from '../../../core/calendar/index.ts'
import { Company } from '../../../core/master-data/index.ts'
import { MESSAGE_KINDS } from '../../../core/message-kinds.ts'
import { Order, Tolerances } from '../../../core/orders/index.ts'
import { Result } from '../../../core/result.ts'
import { RoutingRule } from '../../../core/routing/index.ts'
import { Status } from '../../../core/status.ts'
import { DERIVED_SHAPES } from './derived-shapes.ts'

const when = z.iso.datetime({ offset: true })
const page = <T extends z.ZodType>(item: T) => z.looseObject({ items: z.array(item), next: z.string().nullable() })

/** What the API answers, as it is published. Objects may gain fields; a field that is here stays. tests/openapi.test.ts holds real answers against it. */
const Reason = z.looseObject({ code: z.string(), message: z.string() })

const Pages = z.looseObject({ first: z.int().min(1), last: z.int().min(0) }).describe('Pages of the uploaded file, both included')

const FilePart = z.looseObject({ id: z.uuid(), href: z.string(), pages: Pages.nullable(), status: Status, type: z.string().nullable() })

const FileParts = z.looseObject({
  fileId: z.uuid().describe('The document that the file was uploaded as'),
  pageCount: z.int().min(2),
  proposed: z.boolean().describe('The starts are a proposal: nothing is cut until they are sent back'),
  starts: z.array(z.int().min(1)).describe('Pages of the file on which a document begins'),
  parts: z.array(
    FilePart.extend({
      pages: Pages,
      version: z.int().min(1).describe('Send it back in `seen`'),
      fixed: z.boolean().describe('Approved: keeps its pages'),
    }),
  ),
})

const Document = z.looseObject({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  status: Status,
  version: z.int().min(1).describe('Counts every change; send it as If-Match'),
  run: z.int().min(1).describe('Counts the readings of the file'),
  type: z.string().nullable(),
  route: z.string().nullable(),
  reason: Reason.nullable().describe('Why it was rejected or failed'),
  duplicateOf: z.string().nullable(),
  partOf: z.uuid().nullable().describe('The document that the file was uploaded as, where this is a later one of its documents'),
  pages: Pages.nullable().describe('Which pages of the file the document is; null = all'),
  createdAt: when,
  updatedAt: when,
  hasResult: z.boolean(),
})

const OneDocument = Document.extend({
  parts: z
    .array(FilePart)
    .describe('Every document of the file, this one included, in the order of pages; empty where the file is one document'),
})

const Uploaded = z.looseObject({
  id: z.uuid(),
  status: Status,
  fileName: z.string(),
  duplicateOf: z.string().nullable().describe('The earlier document with the same bytes; no new one was made'),
})

const RefusedFile = z.looseObject({
  fileName: z.string(),
  problem: z.looseObject({ type: z.string(), status: z.int(), code: z.string(), detail: z.string() }),
})

const Event = z.looseObject({ at: when, kind: z.string(), actor: z.string(), reason: Reason.nullable() })

const Record = z.looseObject({
  id: z.string(),
  position: z.int().min(1).describe('Order of approval, without gaps'),
  documentId: z.uuid(),
  version: z.int().min(1),
  type: z.string(),
  data: z.record(z.string(), z.unknown()).describe('As /types/{type}/schema.json says'),
  sha256: z.string(),
  approvedBy: z.string(),
  approvedAt: when,
  acknowledgement: z.looseObject({ status: z.enum(['posted', 'rejected']), reason: z.string().nullable() }).nullable(),
})

const share = z.number().min(0).max(1)
const Passage = z.looseObject({
  page: z.int().min(1).nullable().describe('Null for a value that stands on no page'),
  path: z.string().nullable().describe('The field whose value this is; null for text of the page'),
  text: z.string(),
  marks: z
    .array(z.array(z.int().min(0)).length(2))
    .describe('Stretches of `text` that answer: first character and the one behind the last'),
  boxes: z.array(z.looseObject({ x0: share, y0: share, x1: share, y1: share })).describe('Places of those words, in shares of the page'),
})

const FoundDocument = z.looseObject({
  id: z.uuid(),
  fileName: z.string(),
  status: Status,
  type: z.string(),
  partner: z.string().nullable(),
  number: z.string().nullable(),
  date: z.iso.date().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  passages: z.array(Passage),
})

const Webhook = z.looseObject({
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.enum(MESSAGE_KINDS)),
  createdAt: when,
  disabled: z.string().nullable(),
  pending: z.int().min(0),
  failed: z.int().min(0),
})

const Delivery = z.looseObject({
  id: z.string(),
  kind: z.string(),
  documentId: z.string().nullable(),
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int().min(0),
  nextAt: when.nullable(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  lastMs: z.int().nullable(),
  lastAt: when.nullable(),
})

const Imported = z.looseObject({
  rows: z.int().min(0).describe('Rows below the captions'),
  good: z.int().min(0).describe('Rows without problems'),
  changed: z.int().min(0).describe('Entries that are new or other than before'),
  problems: z.array(
    z.looseObject({ row: z.int().min(1), column: z.string().nullable(), message: z.looseObject({ en: z.string(), ru: z.string() }) }),
  ),
})

const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('Stable; what programs decide by'),
  detail: z.string().describe('For people'),
  requestId: z.string(),
})

const FormatSettings = z.looseObject({
  type: z.string(),
  format: z.string(),
  settings: z.record(z.string(), z.string()).describe('What is set; absent = the format’s own value, or asked for'),
})

const KeptRule = z.looseObject({
  id: z.string(),
  version: z.int().min(1),
  ...RoutingRule.unwrap().shape,
  broken: z
    .array(z.looseObject({ field: z.string(), message: z.looseObject({ en: z.string(), ru: z.string() }) }))
    .describe('What it names and is not there any more: it is passed over until somebody mends it'),
})

const MetRule = z.looseObject({ id: z.string(), name: z.string() }).nullable().describe('Null = no rule fits')

const Move = z.looseObject({
  documentId: z.uuid(),
  fileName: z.string(),
  rule: MetRule,
  queue: z.string().nullable(),
  assignee: z.string().nullable(),
  approver: z.string().nullable(),
  dueAt: when.nullable(),
})

export const SHAPES = {
  RoutingRule: KeptRule,
  RoutingRules: z.looseObject({ items: z.array(KeptRule) }),
  RoutingForecast: z.looseObject({
    items: z.array(
      z.looseObject({
        documentId: z.uuid(),
        fileName: z.string(),
        rule: MetRule,
        dueAt: when.nullable().describe('Until when, if it came now; null = as the installation is set up'),
      }),
    ),
  }),
  WorkingTime,
  RoutingMoves: z.looseObject({ items: z.array(Move) }),
  RoutingMoved: z.looseObject({ moved: z.int().min(0) }),
  Document,
  OneDocument,
  FileParts,
  Documents: page(Document),
  Uploaded: z.union([
    Uploaded,
    z
      .looseObject({ items: z.array(z.union([Uploaded, RefusedFile])) })
      .describe('What became of each file of an archive or of a form with several'),
  ]),
  Events: z.looseObject({ items: z.array(Event) }),
  Result,
  Outcome: z.looseObject({
    status: Status,
    version: z.int(),
    blocking: z.int().min(0).describe('Errors that still forbid approval'),
    secondPerson: z.literal(true).optional().describe('The approval counts; another person has to confirm it'),
  }),
  Started: z.looseObject({ id: z.uuid(), status: Status }),
  Records: page(Record),
  Formats: z.looseObject({ items: z.array(z.looseObject({ name: z.string(), mediaType: z.string(), href: z.string() })) }),
  Acknowledged: z.looseObject({ id: z.string(), acknowledged: z.literal(true), status: z.enum(['posted', 'rejected']) }),
  Dates: z.looseObject({
    timeZone: z.string().describe('Of the reminders; IANA name'),
    items: z.array(
      z.looseObject({
        documentId: z.uuid(),
        kind: z.enum(['ends', 'renews', 'notice_by']),
        date: z.iso.date(),
        number: z.string().nullable(),
        partner: z.string().nullable(),
        reminder: z.iso.date().nullable().describe('Day of the next reminder; null = none will come'),
      }),
    ),
  }),
  Found: z.looseObject({
    items: z.array(FoundDocument),
    next: z.string().nullable(),
    total: z.int().min(0).describe('Documents that match, 1000 at most'),
    instead: z.record(z.string(), z.array(z.string())).describe('Words that no document holds, and those taken in their place'),
  }),
  Reply: z.looseObject({
    question: z.string(),
    found: z.boolean(),
    passages: z.array(
      Passage.extend({
        documentId: z.uuid(),
        fileName: z.string(),
        type: z.string(),
        partner: z.string().nullable(),
        number: z.string().nullable(),
        coverage: z.number().min(0).max(1).describe('How much of the question the passage speaks of'),
      }),
    ),
    answer: z
      .looseObject({
        sentences: z.array(
          z.looseObject({
            text: z.string(),
            passages: z.array(z.int()).describe('Passages that prove it, from 1 in the order of `passages`'),
          }),
        ),
      })
      .nullable(),
    withheld: z.enum(['no_model', 'no_answer', 'not_proven']).nullable().describe('Why there is no answer beside the passages'),
  }),
  Webhook,
  Webhooks: z.looseObject({ items: z.array(Webhook) }),
  NewSecret: z.looseObject({ id: z.string(), secret: z.string().describe('Shown only here') }),
  Deliveries: page(Delivery),
  Replayed: z.looseObject({ id: z.string(), count: z.int().min(0) }),
  Types: z.looseObject({ items: z.array(z.looseObject({ name: z.string() })) }),
  Company,
  Companies: page(Company),
  Imported,
  Order,
  Orders: page(Order),
  Tolerances,
  FormatSettings,
  ExportSettings: z.looseObject({ items: z.array(FormatSettings) }),
  ...DERIVED_SHAPES,
  Problem,
} as const
export type ShapeName = keyof typeof SHAPES
