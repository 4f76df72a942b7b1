import type { Language } from '../language.ts'
import { pageTexts } from '../texts/page.ts'
import { keyHint } from '../views/key-hint.ts'
import { presentNumber } from '../views/present.ts'

interface Props {
  readonly documentId: string
  /** Indexes of the pages, from 1. */
  readonly pages: readonly number[]
  readonly language: Language
  /** The key that reads a table anew; absent = nothing can be filled from a table here. */
  readonly tableKey: string | undefined
}

/** What can be done with the pages in sight, in one row: where to, what to look for, how large. What is needed rarely is behind the dots. */
export const ViewerBar = ({ documentId, pages, language, tableKey }: Props) => {
  const t = pageTexts(language)
  return (
    <div class="viewer-bar">
      {pages.length > 1 ? (
        <>
          <button type="button" class="quiet only-script" data-open-thumbs aria-pressed="false" aria-label={t.thumbs} title={t.thumbs}>
            ▤
          </button>
          <nav class="page-links" aria-label={t.pages}>
            {pages.map((index) => (
              <a href={`#page-${index}`} aria-label={`${t.page} ${index}`} data-page-link={index}>
                {index}
              </a>
            ))}
          </nav>
        </>
      ) : (
        <span class="muted small page-links">{`${t.page} 1`}</span>
      )}
      <search class="find-words only-script" data-find={documentId}>
        <label>
          <span class="visually-hidden">{t.findWords}</span>
          <input type="search" placeholder={t.findHere} autocomplete="off" spellcheck={false} maxLength={200} />
        </label>
        <span class="muted small" role="status" data-find-count />
      </search>
      {tableKey === undefined ? null : (
        <button type="button" class="quiet only-script" data-draw-table aria-pressed="false" {...keyHint(tableKey, t.drawTableHint)}>
          {t.drawTable}
        </button>
      )}
      <fieldset class="zoom only-script" aria-label={t.zoom}>
        <button type="button" class="quiet" data-zoom="out" aria-label={t.zoomOut} title={`${t.zoomOut} (−)`}>
          −
        </button>
        <button type="button" class="quiet" data-zoom="fit" aria-pressed="true" aria-label={t.zoomFit} title={`${t.zoomFit} (0)`}>
          ↔
        </button>
        <button type="button" class="quiet" data-zoom="in" aria-label={t.zoomIn} title={`${t.zoomIn} (+)`}>
          +
        </button>
        <button type="button" class="quiet" data-zoom="turn" aria-label={t.turn} title={`${t.turn} (R)`}>
          ↻
        </button>
        <button type="button" class="quiet" data-contrast aria-pressed="false" aria-label={t.contrast} title={t.contrast}>
          ◐
        </button>
      </fieldset>
      <MoreTools documentId={documentId} language={language} />
    </div>
  )
}

const MoreTools = ({ documentId, language }: { documentId: string; language: Language }) => {
  const t = pageTexts(language)
  const half = `${presentNumber('0.5', language)}°`
  return (
    <details class="viewer-more only-script" data-more>
      <summary aria-label={t.more} title={t.more}>
        …
      </summary>
      <div class="viewer-more-tools">
        <fieldset class="layers" data-layers={documentId}>
          <legend>{t.layers}</legend>
          {(['words', 'lines', 'tables'] as const).map((layer) => (
            <button type="button" class="quiet" data-layer={layer} aria-pressed="false">
              {t.layer[layer]}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t.straighten}</legend>
          <button type="button" class="quiet" data-slant-by="-0.5" aria-label={t.slantLeft} title={`${t.slantLeft} ([)`}>
            ↺ {half}
          </button>
          <output data-slant-now>0°</output>
          <button type="button" class="quiet" data-slant-by="0.5" aria-label={t.slantRight} title={`${t.slantRight} (])`}>
            ↻ {half}
          </button>
        </fieldset>
      </div>
    </details>
  )
}
