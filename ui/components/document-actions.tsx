import type { DocumentRow } from '../../adapters/db/index.ts'
import { letterTexts } from '../texts/letters.ts'
import { paymentTexts } from '../texts/payments.ts'
import type { Frame } from './shell.tsx'

/** What may follow from a document: each opens a page where a person decides. */
export const DocumentActions = ({ frame, row, isPaid }: { frame: Frame; row: DocumentRow; isPaid: boolean }) =>
  frame.may.has('documents:review') ? (
    <p class="panel-actions document-actions">
      <a class="button quiet" href={`/documents/${row.id}/letter`}>
        {letterTexts(frame.language).write}
      </a>
      {isPaid ? (
        <a class="button quiet" href={`/documents/${row.id}/payment`}>
          {paymentTexts(frame.language).prepare}
        </a>
      ) : null}
    </p>
  ) : null
