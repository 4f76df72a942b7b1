import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Structure } from './structure.ts'

// Actions and content that make a viewer run, fetch, send or play something (ISO 32000-1 §12.6.4, §13). Links that a person clicks are not among them.
const ACTIVE = /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToE|Rendition|RichMedia|Movie|Sound|XFA)\b/
// On opening the document or on events of pages and fields; a mere jump to a place on a page is harmless.
const OUTWARD = /\/S\s*\/(?:URI|GoToR|Named|Hide|SetOCGState|Thread|Trans)\b/

/** Whether the PDF holds anything that a viewer could run. Looks into object streams too; in encrypted files only at what pdf.js tells. */
export async function hasActiveContent(document: PDFDocumentProxy, { objects }: Structure): Promise<boolean> {
  const quiet = () => false // a broken name tree is no script
  const scripted = await document.hasJSActions().catch(quiet)
  return scripted || [...objects.values()].some((body) => ACTIVE.test(body) || opensOutward(body, objects))
}

function opensOutward(body: string, objects: Structure['objects']): boolean {
  const trigger = /\/(?:OpenAction|AA)\s*(?:(\d+)\s+\d+\s+R|<<([\s\S]*))/.exec(body)
  if (!trigger) return false
  const action = trigger[2] ?? objects.get(Number(trigger[1])) ?? ''
  const inner = [...action.matchAll(/(\d+)\s+\d+\s+R\b/g)].slice(0, 20).map(([, number]) => objects.get(Number(number)) ?? '')
  return [action, ...inner].some((text) => OUTWARD.test(text))
}
