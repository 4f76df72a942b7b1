import type { DocumentInput } from '../core/stages.ts'
import type { Activities } from '../workers/activities/index.ts'

/** A file of few pages is read before anybody looks twice. */
const FEW_PAGES = 4
/** Every report is a step in the history, which has to stay short for a file of thousands of pages. */
const REPORTS = 25

/** Tells the database now and then how far a document is, one report at a time. One that fails is left out: the next one says more. */
export function createPageReports(document: DocumentInput, reportPages: Activities['reportPages']): (done: number, total: number) => void {
  let reported = Number.NEGATIVE_INFINITY
  let reporting = false
  const report = async (done: number, total: number) => {
    reporting = true
    reported = done
    await reportPages(document, { done, total }).catch(() => {})
    reporting = false
  }
  return (done, total) => {
    const step = Math.max(1, total / REPORTS)
    if (reporting || total <= FEW_PAGES || done === total || done - reported < step) return
    void report(done, total)
  }
}
