import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PipelineError } from '../../core/errors.ts'

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** pdf.js with its data files. Without `wasmUrl` JBIG2, JPEG 2000 and CCITT scans come out blank and small files blow up. */
export async function openDocument(bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    return await getDocument({
      data: bytes,
      ...(password !== undefined && { password }),
      wasmUrl: `${join(home, 'wasm')}/`,
      cMapUrl: `${join(home, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
      iccUrl: `${join(home, 'iccs')}/`,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 1, // warnings: the reading process listens for repairs
    }).promise
  } catch (error) {
    throw refusedBy(error, password)
  }
}

function refusedBy(error: unknown, password: string | undefined): PipelineError {
  const { name, message } = error as Error
  if (name === 'PasswordException') {
    const message =
      password === undefined
        ? 'The PDF needs a password to open. Read it again with its password, or upload it without one.'
        : 'This password does not open the PDF. Check it and read the file again.'
    return new PipelineError('password_required', message)
  }
  if (/encrypt|security handler/i.test(message)) {
    return new PipelineError(
      'unsupported_encryption',
      'The PDF uses an encryption that cannot be read here. Save it without encryption and upload it again.',
    )
  }
  return new PipelineError('unreadable', 'The file starts like a PDF but cannot be read. Export or scan the document again.', {
    cause: error,
  })
}
