import { type Paper, unprintable } from '../../../../core/paper/index.ts'
import { leaves } from '../../../../core/paths.ts'
import { type ExportFormat, type Lack, leftOut, setting } from '../../../export.ts'
import { refused } from '../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../schema.ts'
import { ciiFormat } from '../cii/index.ts'
import { prepare } from '../en16931/index.ts'
import { languageOf } from './language.ts'
import { paperOf } from './paper.ts'

/** Factur-X 1.0 (ZUGFeRD 2), profile EN 16931: a page for people and `cii.xml` inside it. Both say the same. */
export const facturXFormat: ExportFormat<Invoice, Paper> = {
  name: 'factur-x.pdf',
  caption: { en: 'Factur-X / ZUGFeRD (PDF/A-3)', ru: 'Factur-X / ZUGFeRD (PDF/A-3)' },
  mediaType: 'application/pdf',
  settings: [
    setting(
      'language',
      'Language of the page: de, en, fr, ru, or auto for the one of the seller’s country',
      'Язык страницы: de, en, fr, ru, или auto – по стране продавца',
      /^(auto|de|en|fr|ru)$/,
      'auto',
    ),
  ],
  leavesOut: ciiFormat.leavesOut,
  lacks: (data, context) => [...ciiFormat.lacks(data, context), ...unprintables(data)],
  write: (data, context) =>
    paperOf(prepare(data), languageOf(data, context.settings.language ?? 'auto'), context.approvedAt, {
      name: 'factur-x.xml',
      mediaType: 'text/xml',
      description: 'Factur-X',
      bytes: ciiFormat.write(data, context),
      profile: 'EN 16931',
    }),
}

/** Values with characters that the page's font does not have: a person replaces them, nothing is drawn as an empty box. */
function unprintables(data: Invoice): readonly Lack[] {
  const prepared = prepare(data)
  const gone = new Set(leftOut(ciiFormat, prepared).filter((path) => !path.endsWith('.unitRaw')))
  return leaves(prepared).flatMap(([path, value]) => {
    const wrong = typeof value === 'string' && !gone.has(path) ? unprintable(value) : []
    if (wrong.length === 0) return []
    const [en, ru] = [`The page cannot show ${wrong.join(' ')}.`, `На странице нельзя показать ${wrong.join(' ')}.`]
    return [refused(path, null, en, ru)]
  })
}
