import type { QualityReason } from '../../core/page-quality.ts'
import type { Side } from './cut-sides.ts'

const reason = (code: QualityReason['code'], en: string, ru: string): QualityReason => ({ code, message: { en, ru } })

const SIDES: Readonly<Record<Side, { readonly en: string; readonly ru: string }>> = {
  left: { en: 'on the left', ru: 'слева' },
  right: { en: 'on the right', ru: 'справа' },
  top: { en: 'at the top', ru: 'сверху' },
  bottom: { en: 'at the bottom', ru: 'снизу' },
}

/** Each says what is wrong and what to do. */
export const REASONS = {
  lowResolution: (dpi: number | null) =>
    reason(
      'low_resolution',
      `The letters are very small${dpi === null ? '' : ` (about ${dpi} dpi)`}: scan again with 200–300 dpi.`,
      `Буквы очень мелкие${dpi === null ? '' : ` (около ${dpi} dpi)`}: отсканируйте ещё раз с разрешением 200–300 dpi.`,
    ),
  blurred: reason(
    'blurred',
    'The page is blurred: hold the camera still or clean the scanner glass.',
    'Страница нерезкая: держите камеру неподвижно или протрите стекло сканера.',
  ),
  tooDark: reason(
    'too_dark',
    'The page is too dark: take the picture in better light.',
    'Страница слишком тёмная: снимите её при хорошем свете.',
  ),
  tooPale: reason(
    'too_pale',
    'The print is too pale: scan with more contrast or find a better copy.',
    'Печать слишком бледная: отсканируйте контрастнее или найдите лучшую копию.',
  ),
  cutOff: (side: Side) =>
    reason(
      'cut_off',
      `The page is cut off ${SIDES[side].en}: scan the whole sheet.`,
      `Страница обрезана ${SIDES[side].ru}: отсканируйте лист целиком.`,
    ),
  damaged: reason(
    'damaged',
    'Part of the image file is damaged: copy or scan it again.',
    'Файл изображения частично повреждён: скопируйте или отсканируйте его ещё раз.',
  ),
  directionUnsure: reason(
    'direction_unsure',
    'It is not sure which way up the page is: check the picture.',
    'Неясно, где у страницы верх: проверьте изображение.',
  ),
} as const
