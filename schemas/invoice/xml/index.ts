import type { Candidate } from '../../../core/field.ts'
import type { XmlElement } from '../../../core/xml.ts'
import { readCii } from './cii.ts'
import { readUbl } from './ubl.ts'
import { isUpd, readUpd } from './upd/index.ts'

const READERS: Readonly<Record<string, (root: XmlElement) => readonly Candidate[]>> = {
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100': readCii,
  'urn:ferd:CrossIndustryDocument:invoice:1p0': readCii,
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': readUbl,
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': readUbl,
}

/** Candidates of an e-invoice; null when the XML is none of the known syntaxes. */
export function readInvoiceXml(root: XmlElement): readonly Candidate[] | null {
  if (isUpd(root)) return readUpd(root)
  return READERS[root.namespace]?.(root) ?? null
}
