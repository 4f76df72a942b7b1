import type { FieldSpec } from '../../schemas/define.ts'
import type { Language } from '../language.ts'
import { gridTexts } from '../texts/grid.ts'
import type { DeskKeys } from '../views/desk-keys.ts'
import { keyHint } from '../views/key-hint.ts'

interface Props {
  readonly columns: readonly FieldSpec[]
  readonly keys: DeskKeys
  readonly language: Language
}

/** What can be done with the row and the column that had the focus last. Each has a key; the buttons are for the mouse and for who does not know the keys. */
export const LineTools = ({ columns, keys, language }: Props) => {
  const t = gridTexts(language)
  return (
    <div class="line-tools only-script" role="toolbar" aria-label={t.tools}>
      <button type="button" class="only-script candidate" data-third hidden {...keyHint(keys.third)} />
      <button type="button" class="quiet" data-add-line>
        {t.add}
      </button>
      {(['duplicate', 'join', 'split', 'fill'] as const).map((what) => (
        <button type="button" class="quiet" data-row-edit={what} {...keyHint(keys[COMMANDS[what]], t.explains[what])}>
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

const COMMANDS = { duplicate: 'duplicateLine', join: 'joinLines', split: 'splitLine', fill: 'fillDown' } as const
