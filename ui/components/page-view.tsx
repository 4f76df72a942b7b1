import type { BlobRef } from '../../core/blob-ref.ts'
import type { Box } from '../../core/geometry.ts'
import type { Result } from '../../core/result.ts'
import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import { pageTexts } from '../texts/page.ts'
import type { FieldView } from '../views/document-view.ts'
import { ViewerBar } from './viewer-bar.tsx'

interface Props {
  readonly documentId: string
  readonly pages: Result['pages']
  readonly fields: readonly FieldView[]
  readonly language: Language
  /** Places of what a search found, by page. */
  readonly found?: ReadonlyMap<number, readonly Box[]>
  /** Fields can be filled by pointing at the page. */
  readonly editable: boolean
  /** The key that reads a table anew; absent = the document has no lines that a table on the page could fill. */
  readonly tableKey?: string | undefined
}

/** All pages under each other with the boxes of the fields as one path per page: hundreds of elements would freeze the browser. */
export const PageView = ({ documentId, pages, fields, found, language, editable, tableKey }: Props) => {
  const t = documentTexts(language)
  const ofPage = pageTexts(language)
  return (
    <section class="viewer" aria-label={ofPage.pages} data-viewer>
      <ViewerBar
        documentId={documentId}
        pages={pages.map(({ index }) => index)}
        language={language}
        tableKey={editable ? tableKey : undefined}
      />
      <p class="layer-text only-script" aria-live="polite" data-layer-text hidden />
      {editable ? (
        <p class="fill-hint only-script muted small" aria-live="polite" data-fill-hint>
          {ofPage.fillHint}
        </p>
      ) : null}
      <div class="viewer-body">
        <nav class="thumbs only-script" aria-label={ofPage.thumbs} data-thumbs={documentId} hidden />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <div class="pages" data-pages tabIndex={0}>
          {pages.map((page) => (
            <figure id={`page-${page.index}`} class="page" data-page={page.index} data-width={page.width} data-height={page.height}>
              {page.image ? (
                <div class="sheet" data-sheet>
                  <img
                    src={pictureOf(documentId, page.index, page.image)}
                    width={page.width}
                    height={page.height}
                    alt={`${ofPage.page} ${page.index}`}
                    loading={page.index > 2 ? 'lazy' : 'eager'}
                    // The first one comes with the form, in the same frame: the browser mostly has it already.
                    decoding={page.index === 1 ? 'sync' : 'async'}
                    fetchPriority={page.index === 1 ? 'high' : 'auto'}
                    draggable={false}
                  />
                  <svg class="boxes" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
                    {found?.has(page.index) ? <path class="boxes-found" d={pathOf(found.get(page.index) ?? [])} /> : null}
                    <path class="boxes-found" data-find-path d="" />
                    <path class="boxes-layer" data-layer-path d="" />
                    <path class="boxes-open" d={outline(fields, page.index, true)} />
                    <path class="boxes-rest" d={outline(fields, page.index, false)} />
                    <path class="boxes-active" data-active d="" />
                    <path class="boxes-guides" data-guides d="" />
                    <path class="boxes-active" data-drawn d="" />
                  </svg>
                </div>
              ) : (
                <p class="page-missing">{ofPage.noImage}</p>
              )}
              {page.error ? (
                <figcaption class="notice notice--warning">
                  {t.partial.replace('{page}', String(page.index)).replace('{message}', page.error.message)}
                </figcaption>
              ) : null}
              <PageRemarks page={page} language={language} />
            </figure>
          ))}
        </div>
      </div>
    </section>
  )
}

/** The address of a page's picture. It names the picture itself, so browsers may keep it for good. */
export function pictureOf(documentId: string, page: number, { sha256 }: BlobRef): string {
  return `/api/v1/documents/${documentId}/pages/${page}?v=${sha256.slice(0, 16)}`
}

/** That a page is blank, and what makes it hard to read. */
const PageRemarks = ({ page, language }: { readonly page: Result['pages'][number]; readonly language: Language }) => {
  if (page.blank) return <figcaption class="muted small">{pageTexts(language).blankPage}</figcaption>
  if (!page.quality || page.quality.reasons.length === 0) return null
  return (
    <figcaption class={`notice notice--slim ${page.quality.grade === 'poor' ? 'notice--warning' : ''}`}>
      {page.quality.reasons.map(({ message }) => message[language]).join(' ')}
    </figcaption>
  )
}

function outline(fields: readonly FieldView[], page: number, open: boolean): string {
  const boxes = fields
    .filter(({ state }) => (state === 'attention' || state === 'missing') === open)
    .flatMap(({ evidence }) => evidence)
    .flatMap((e) => (e.page === page && e.box ? [e.box] : []))
  return pathOf(boxes)
}

function pathOf(boxes: readonly Box[]): string {
  return boxes.map(({ x0, y0, x1, y1 }) => `M${n(x0)} ${n(y0)}H${n(x1)}V${n(y1)}H${n(x0)}Z`).join('')
}

function n(fraction: number): string {
  return String(Number(fraction.toFixed(4)))
}
