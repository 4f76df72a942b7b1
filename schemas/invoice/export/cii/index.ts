import type { ExportFormat } from '../../../export.ts'
import type { Invoice } from '../../schema.ts'
import { EN16931_LEAVES_OUT, en16931Lacks, prepare } from '../en16931/index.ts'
import { writeCii } from './write.ts'

export const ciiFormat: ExportFormat<Invoice, Uint8Array> = {
  name: 'cii.xml',
  caption: { en: 'CII D16B (EN 16931)', ru: 'CII D16B (EN 16931)' },
  mediaType: 'application/xml; charset=utf-8',
  settings: [],
  leavesOut: EN16931_LEAVES_OUT,
  lacks: en16931Lacks,
  write: (data) => new TextEncoder().encode(writeCii(prepare(data))),
}
