import { captionIndex } from '../../core/extraction/labels/index.ts'
import { type CaptionList, captions } from '../shared/trade/labels/caption.ts'
import { captionsOfPaper } from '../shared/trade/labels/other-papers.ts'

/** Captions that ТОРГ-12 has of its own; all others are those of every trade paper. */
const OWN: CaptionList = [
  captions('title', 1, 'Товарная накладная | Товарная накладная № | Накладная | Накладная №'),
  captions('number', 1, 'Номер документа | Номер накладной | Накладная № | Товарная накладная №'),
  captions('issueDate', 1, 'Дата составления | Дата накладной'),
  captions('buyer', 1, 'Плательщик'),
  captions('seller', 1, 'Поставщик'),
]

export const WAYBILL_CAPTIONS = captionIndex(captionsOfPaper(OWN))
