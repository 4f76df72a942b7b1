import { getPassword } from '../../adapters/blobs/file-password.ts'
import { sniff } from '../../adapters/sniff/index.ts'
import { PipelineError, type Refusal, refusal } from '../../core/errors.ts'
import type { Finding } from '../../core/finding.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { sameDocument } from './same-document.ts'

/** What the file is and whether it may be read at all. A refused file is a value: trying again would not help. */
export const createInspect = (deps: Deps) =>
  async function inspect(document: DocumentInput): Promise<Inspection | Refusal> {
    try {
      const bytes = await deps.blobs.get(document.documentId, document.file)
      const { format, mediaType } = sniff(bytes)
      const findings = document.duplicateOf ? [duplicateFile] : []
      if (format === 'xml')
        return { kind: 'accepted', format, mediaType, pageCount: 0, eInvoice: await safeXml(deps, document, bytes), findings }
      if (format === 'docx') return await inspectWord(deps, mediaType, bytes, findings)
      if (format !== 'pdf') {
        const { pageCount } = await deps.images.inspect(bytes)
        return { kind: 'accepted', format: 'image', mediaType, pageCount, eInvoice: null, findings }
      }
      return await inspectPdf(deps, document, bytes, findings)
    } catch (error) {
      if (error instanceof PipelineError && !error.retryable) return refusal(error.code, error.message)
      throw error
    }
  }

async function inspectPdf(deps: Deps, document: DocumentInput, bytes: Buffer, findings: readonly Finding[]): Promise<Inspection> {
  const facts = await deps.pdf.inspect(bytes, await getPassword(deps.blobs, document))
  const [attached, ...others] = facts.xmlAttachments
  const trouble = attached && troubleWith(deps, attached.bytes)
  return {
    kind: 'accepted',
    format: 'pdf',
    mediaType: 'application/pdf',
    pageCount: facts.pageCount,
    eInvoice: attached && !trouble ? await deps.blobs.put(document.documentId, attached.bytes, 'application/xml') : null,
    findings: [
      ...findings,
      ...(facts.activeContent ? [activeContent] : []),
      ...(facts.repaired ? [repairedStructure] : []),
      ...(facts.pagesInTree > facts.pageCount ? [pagesUnread(facts.pageCount, facts.pagesInTree)] : []),
      ...(facts.changedPages.length > 0 ? [incrementalUpdate(facts.changedPages)] : []),
      ...(trouble ? [trouble] : []),
      ...(attached && others.some(({ bytes: other }) => !sameDocument(deps, attached.bytes, other)) ? [severalXml] : []),
    ],
  }
}

async function inspectWord(
  { word }: Pick<Deps, 'word'>,
  mediaType: string,
  bytes: Buffer,
  findings: readonly Finding[],
): Promise<Inspection> {
  const facts = await word.read(bytes)
  return {
    kind: 'accepted',
    format: 'word',
    mediaType,
    pageCount: facts.pages.length,
    eInvoice: null,
    findings: [
      ...findings,
      ...(facts.activeContent ? [wordActive] : []),
      ...(facts.external ? [wordExternal] : []),
      ...(facts.trackedChanges ? [wordChanges] : []),
      ...(facts.hidden ? [wordHidden] : []),
    ],
  }
}

/** A bad attachment does not make the page unreadable: it is set aside, and a person is told. */
function troubleWith(deps: Deps, xml: Uint8Array): Finding | null {
  try {
    deps.parseXml(xml)
    return null
  } catch (error) {
    if (error instanceof PipelineError) return error.code === 'xml_unsafe' ? xmlUnsafe : xmlUnreadable
    throw error
  }
}

function safeXml(deps: Deps, document: DocumentInput, bytes: Buffer) {
  deps.parseXml(bytes)
  return deps.blobs.put(document.documentId, bytes, 'application/xml')
}

const notice = (ruleId: string, severity: Finding['severity'], en: string, ru: string): Finding => ({
  ruleId,
  severity,
  fields: [],
  expected: null,
  actual: null,
  delta: null,
  message: { en, ru },
})

const duplicateFile = notice('duplicate_file', 'warning', 'The same file has been uploaded before.', 'Этот же файл уже загружали раньше.')
const activeContent = notice(
  'active_content',
  'warning',
  'The PDF contains scripts or actions. They were not run; check that the sender is genuine.',
  'В PDF есть сценарии или действия. Они не выполнялись; убедитесь, что отправитель настоящий.',
)
const repairedStructure = notice(
  'repaired_structure',
  'warning',
  'The PDF is damaged and was repaired while reading. Check that nothing is missing.',
  'PDF повреждён и восстановлен при чтении. Проверьте, что ничего не пропало.',
)
const pagesUnread = (read: number, named: number) =>
  notice(
    'pages_unread',
    'warning',
    `The PDF says that it has ${read} page${read === 1 ? '' : 's'} but holds ${named}. Only the first were read. Print it to a new PDF and upload that.`,
    `В PDF указано страниц: ${read}, на деле их ${named}. Прочитаны только первые. Напечатайте документ в новый PDF и загрузите его.`,
  )
const wordActive = notice(
  'active_content',
  'warning',
  'The Word document contains macros or embedded objects. They were not run or read; check that the sender is genuine.',
  'В документе Word есть макросы или встроенные объекты. Они не выполнялись и не читались; убедитесь, что отправитель настоящий.',
)
const wordExternal = notice(
  'external_content',
  'warning',
  'The Word document points at content outside itself. It was not fetched; what Word would show there is missing here.',
  'Документ Word ссылается на внешнее содержимое. Оно не загружалось; того, что показал бы Word, здесь нет.',
)
const wordChanges = notice(
  'tracked_changes',
  'warning',
  'The Word document holds changes that nobody has accepted yet. It was read as if they were accepted.',
  'В документе Word есть непринятые исправления. Он прочитан так, как если бы они были приняты.',
)
const wordHidden = notice(
  'hidden_text',
  'warning',
  'The Word document hides text. It was not read.',
  'В документе Word есть скрытый текст. Он не прочитан.',
)
const incrementalUpdate = (pages: readonly number[]) =>
  notice(
    'incremental_update',
    'warning',
    `The text of page ${pages.join(', ')} was changed after the PDF was first saved. Ask the sender whether this is genuine.`,
    `Текст на странице ${pages.join(', ')} изменён после первого сохранения PDF. Уточните у отправителя, так ли это должно быть.`,
  )
const xmlUnsafe = notice(
  'xml_unsafe',
  'warning',
  'The e-invoice XML inside the PDF declares entities and was not used.',
  'XML внутри PDF объявляет сущности и не использовался.',
)
const severalXml = notice(
  'xml_several',
  'warning',
  'The PDF carries several e-invoices in XML that differ; the first was used. Ask the sender which one counts.',
  'В PDF вложено несколько разных XML-счетов; использован первый. Уточните у отправителя, какой из них верный.',
)
const xmlUnreadable = notice(
  'xml_unreadable',
  'warning',
  'The e-invoice XML inside the PDF cannot be read; the values come from the page.',
  'XML внутри PDF не читается; значения взяты со страницы.',
)
