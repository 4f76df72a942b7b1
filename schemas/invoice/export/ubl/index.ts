import type { ExportFormat } from '../../../export.ts'
import type { Invoice } from '../../schema.ts'
import { EN16931_LEAVES_OUT, en16931Lacks, prepare } from '../en16931/index.ts'
import { writeUbl } from './write.ts'

export const ublFormat: ExportFormat<Invoice, Uint8Array> = {
  name: 'ubl.xml',
  caption: { en: 'UBL 2.1 (EN 16931)', ru: 'UBL 2.1 (EN 16931)' },
  mediaType: 'application/xml; charset=utf-8',
  settings: [],
  leavesOut: EN16931_LEAVES_OUT,
  lacks: en16931Lacks,
  write: (data) => new TextEncoder().encode(writeUbl(prepare(data))),
}
