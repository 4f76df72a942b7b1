import type { Frame } from '../../components/shell.tsx'
import { masterDataTexts } from '../../texts/master-data.ts'

const GOOD = ['saved', 'removed', 'tolerancesSaved'] as const
const BAD = ['faster', 'exists', 'invalid', 'noFile', 'gone', 'tolerancesInvalid'] as const
const KNOWN = [...GOOD, ...BAD] as const
export type ListNotice = (typeof KNOWN)[number]

/** What has become of the last action: a word of the address, or how many entries an import has written. */
export function noticeOf(query: (name: string) => string | undefined): ListNotice | { readonly taken: number } | null {
  const taken = query('taken')
  if (taken !== undefined && /^\d{1,6}$/.test(taken)) return { taken: Number(taken) }
  return KNOWN.find((one) => one === query('notice')) ?? null
}

export const Notice = ({ frame, notice }: { readonly frame: Frame; readonly notice: ReturnType<typeof noticeOf> }) => {
  const t = masterDataTexts(frame.language)
  if (notice === null) return null
  if (typeof notice === 'object')
    return (
      <p class="notice notice--good" role="status">
        {t.taken.replace('{count}', new Intl.NumberFormat(frame.language).format(notice.taken))}
      </p>
    )
  const isBad = BAD.some((one) => one === notice)
  return (
    <p class={`notice notice--${isBad ? 'error' : 'good'}`} role={isBad ? 'alert' : 'status'}>
      {t[notice]}
    </p>
  )
}
