import type { Entry } from 'yauzl'

const UTF8_FLAG = 0x800
/** Info-ZIP's Unicode Path extra field (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075

/**
 * The name as the person who packed it saw it. Archives made on a Russian Windows carry names in code page 866 and say nothing of it; whoever packs
 * elsewhere writes UTF-8, with or without the flag.
 */
export function entryName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const own = extraFields.find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1)
  const name = own ? utf8(own.data.subarray(5)) : null
  if (name !== null) return name
  const text = utf8(fileNameRaw)
  if (text !== null) return text
  return (generalPurposeBitFlag & UTF8_FLAG) !== 0 ? fileNameRaw.toString('utf8') : new TextDecoder('ibm866').decode(fileNameRaw)
}

/** Whether unpacking under that name could write outside the folder that it is unpacked into. */
export function leadsOutside(name: string): boolean {
  return /^(?:[/\\]|[a-zA-Z]:)/.test(name) || name.split(/[/\\]/).includes('..')
}

/** What programs leave in archives without anybody asking: folders, and the notes of macOS and Windows. */
export function isLitter(name: string): boolean {
  return /[/\\]$/.test(name) || /(?:^|[/\\])(?:__MACOSX[/\\].*|\._[^/\\]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name)
}

function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
