import type { FieldSpec } from '../../schemas/define.ts'
import type { Language } from '../language.ts'
import { gridTexts } from '../texts/grid.ts'

/** What can be done with the row and the column that had the focus last. Each has a key; the buttons are for the mouse and for who does not know the keys. */
export const LineTools = ({ columns, language }: { columns: readonly FieldSpec[]; language: Language }) => {
  const t = gridTexts(language)
  return (
    <div class="line-tools only-script" role="toolbar" aria-label={t.tools}>
      <button type="button" class="only-script candidate" data-third hidden title="Alt+=" aria-keyshortcuts="Alt+=" />
      <button type="button" class="quiet" data-add-line>
        {t.add}
      </button>
      {(['duplicate', 'join', 'split', 'fill'] as const).map((what) => (
        <button
          type="button"
          class="quiet"
          data-row-edit={what}
          title={`${t.explains[what]} (${KEYS[what]})`}
          aria-keyshortcuts={KEYS[what]}
        >
          {t[what]}
        </button>
      ))}
      <label class="line-exchange">
        {t.exchange}{' '}
        <select data-exchange>
          <option value="" />
          {columns
            .filter(({ words }) => !words)
            .map(({ path, caption }) => (
              <option value={path.split('[].')[1]}>{caption[language]}</option>
            ))}
        </select>
      </label>
    </div>
  )
}

const KEYS = { duplicate: 'Alt+C', join: 'Alt+J', split: 'Alt+K', fill: 'Alt+G' } as const
