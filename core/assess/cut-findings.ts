import type { Finding } from '../finding.ts'
import type { Part } from '../result.ts'

export const FILE_CUT = 'file-cut'

/**
 * What a person has to say of a file that may hold several documents. As long as nobody has, only the first proposed one is read, so it cannot be approved
 * by mistake for the whole; a file that is probably one document is only looked at.
 */
export function cutFindings(parts: readonly Part[]): readonly Finding[] {
  if (!parts.some(isOpen) && !(parts.length > 1 && parts.some(({ cut }) => cut === undefined))) return []
  if (parts.length === 1)
    return [
      notice(
        'warning',
        'The file may hold more than one document. Look through the pages; if it does, divide the file.',
        'Возможно, в файле несколько документов. Просмотрите страницы; если это так, разделите файл.',
      ),
    ]
  const pages = parts.map(({ firstPage, lastPage }) => (firstPage === lastPage ? `${firstPage}` : `${firstPage}–${lastPage}`)).join(', ')
  return [
    notice(
      'error',
      `The file seems to hold several documents: pages ${pages}. Only the first was read. Check under “Pages of the file” where each begins; then all are read.`,
      `Похоже, в файле несколько документов: страницы ${pages}. Прочитан только первый. Проверьте в разделе «Страницы файла», где начинается каждый, и все будут прочитаны.`,
    ),
  ]
}

function isOpen({ cut }: Part): boolean {
  return cut === 'doubtful'
}

function notice(severity: Finding['severity'], en: string, ru: string): Finding {
  return { ruleId: FILE_CUT, severity, fields: [], expected: null, actual: null, delta: null, message: { en, ru } }
}
