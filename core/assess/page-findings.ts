import type { Finding } from '../finding.ts'
import type { Page, Reading } from '../reading.ts'
import { addressedToMachine } from './addressed-to-machine.ts'

/** What a person should know of the pages before trusting what was read from them: poor images, blank pages, hidden text, a text layer that does not show what is printed. Pages of one kind share a finding. */
export function pageFindings({ pages }: Reading): readonly Finding[] {
  const blank = pages.length > 1 ? pages.filter((page) => page.blank) : []
  const mismatched = pages.filter(({ textLayer }) => textLayer === 'mismatch')
  const doubtful = pages.filter(({ textLayer }) => textLayer === 'doubtful')
  const addressed = addressedToMachine(pages)
  return [
    ...(addressed.length > 0 ? [speaksToMachine(addressed)] : []),
    ...hiddenText(pages.filter((page) => page.hiddenText)),
    ...(mismatched.length > 0 ? [textLayerMismatch(mismatched)] : []),
    ...(doubtful.length > 0 ? [textLayerDoubtful(doubtful)] : []),
    ...alike(pages.filter(({ quality }) => quality && quality.grade !== 'good')).map(pageQuality),
    ...(blank.length > 0 ? [pageBlank(blank)] : []),
  ]
}

/** Pages with the same grade for the same reasons. */
function alike(pages: readonly Page[]): readonly (readonly Page[])[] {
  return [...Map.groupBy(pages, ({ quality }) => JSON.stringify([quality?.grade, quality?.reasons])).values()]
}

function pageQuality(pages: readonly Page[]): Finding {
  const quality = pages[0]?.quality
  const why = (language: 'en' | 'ru') => quality?.reasons.map(({ message }) => message[language]).join(' ') ?? ''
  const severity = quality?.grade === 'poor' ? 'warning' : 'info'
  return notice(
    'page_quality',
    severity,
    `${named(pages, 'en')} may be read wrongly. ${why('en')}`,
    `${named(pages, 'ru')}: возможны ошибки чтения. ${why('ru')}`,
  )
}

function pageBlank(pages: readonly Page[]): Finding {
  return notice('page_blank', 'info', `${named(pages, 'en')}: nothing is printed there.`, `${named(pages, 'ru')}: ничего не напечатано.`)
}

// PDF programs hide a few words of their own («Powered by …»), and table cells cut captions off. A sentence or a figure is another matter.
const A_SENTENCE = 8

/** Text that nobody can see gives no value; a person is told, for it may have been meant for a machine. */
function hiddenText(pages: readonly Page[]): readonly Finding[] {
  if (pages.length === 0) return []
  const words = pages.reduce((sum, page) => sum + (page.hiddenText?.words ?? 0), 0)
  const figures = pages.some((page) => (page.hiddenText?.figures ?? 0) > 0)
  const count = { en: `${words} word${words === 1 ? '' : 's'}`, ru: `слов: ${words}` }
  return [
    notice(
      'hidden_text',
      figures || words >= A_SENTENCE ? 'warning' : 'info',
      `${named(pages, 'en')}: the PDF holds text that cannot be seen on the page (${count.en}). None of it was used. Check that the sender is genuine.`,
      `${named(pages, 'ru')}: в PDF есть текст, которого на странице не видно (${count.ru}). Он не использован. Убедитесь, что отправитель настоящий.`,
    ),
  ]
}

function speaksToMachine(pages: readonly Page[]): Finding {
  return notice(
    'addressed_to_machine',
    'warning',
    `${named(pages, 'en')}: a sentence gives orders to a program that reads the document. It was not obeyed. Check that the sender is genuine, and the payment details.`,
    `${named(pages, 'ru')}: есть фраза, которая отдаёт распоряжения программе, читающей документ. Она не выполнена. Проверьте отправителя и платёжные реквизиты.`,
  )
}

function textLayerMismatch(pages: readonly Page[]): Finding {
  return notice(
    'text_layer_mismatch',
    'warning',
    `${named(pages, 'en')}: the text stored in the PDF is not what is printed. The image was read instead.`,
    `${named(pages, 'ru')}: текст, записанный в PDF, не совпадает с напечатанным. Прочитано изображение.`,
  )
}

function textLayerDoubtful(pages: readonly Page[]): Finding {
  return notice(
    'text_layer_doubtful',
    'warning',
    `${named(pages, 'en')}: the text stored in the PDF may not be what is printed. Compare the values with the image.`,
    `${named(pages, 'ru')}: текст, записанный в PDF, возможно, не совпадает с напечатанным. Сверьте значения с изображением.`,
  )
}

/** "Page 3", "Pages 1–4, 7". */
function named(pages: readonly Page[], language: 'en' | 'ru'): string {
  const ranges: [number, number][] = []
  for (const { index } of pages) {
    const last = ranges.at(-1)
    if (last && last[1] === index - 1) last[1] = index
    else ranges.push([index, index])
  }
  const list = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
  const one = language === 'en' ? 'Page' : 'Страница'
  const many = language === 'en' ? 'Pages' : 'Страницы'
  return `${pages.length === 1 ? one : many} ${list}`
}

function notice(ruleId: string, severity: Finding['severity'], en: string, ru: string): Finding {
  return { ruleId, severity, fields: [], expected: null, actual: null, delta: null, message: { en, ru } }
}
