import { AFRelationship, PDFDocument } from 'pdf-lib'

/** Hides the XML in the PDF under the name that Factur-X prescribes. The dates are fixed: nothing here may depend on the clock. */
export async function attachXml(pdf: Uint8Array, xml: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const day = new Date('2026-01-01T00:00:00Z')
  await document.attach(new TextEncoder().encode(xml), 'factur-x.xml', {
    mimeType: 'text/xml',
    description: 'Factur-X, profile EN 16931',
    creationDate: day,
    modificationDate: day,
    afRelationship: AFRelationship.Alternative,
  })
  return document.save()
}
