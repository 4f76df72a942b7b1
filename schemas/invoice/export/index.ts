import type { ExportFormat } from '../../export.ts'
import type { Invoice } from '../schema.ts'
import { ciiFormat } from './cii/index.ts'
import { ublFormat } from './ubl/index.ts'

/** The files in which an approved invoice leaves, in the order of the menu. */
export const invoiceExports: readonly ExportFormat<Invoice>[] = [ublFormat, ciiFormat]
