import { render } from 'preact'
import { type Language, plural } from '../../language.ts'
import { problemTexts } from '../../texts/problems.ts'
import { uploadTexts } from '../../texts/upload.ts'
import { presentBytes } from '../../views/present-bytes.ts'
import { type Sent, send } from './send.ts'

interface Upload {
  readonly file: File
  readonly key: string
  readonly state: { readonly kind: 'queued' } | { readonly kind: 'sending'; readonly sentBytes: number; readonly startedMs: number } | Sent
}

const AT_ONCE = 3

/** Files on their way: a few at a time, each with its progress, result and retry. */
export function createQueue(place: HTMLElement): { readonly add: (files: readonly File[]) => void } {
  const language = document.documentElement.lang as Language
  const maxBytes = Number(place.dataset.max)
  let uploads: readonly Upload[] = []

  const draw = () => render(<Queue uploads={uploads} language={language} retry={retry} />, place)
  const set = (key: string, state: Upload['state']) => {
    uploads = uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload))
    draw()
  }
  const next = () => {
    const busy = uploads.filter(({ state }) => state.kind === 'sending').length
    for (const upload of uploads.filter(({ state }) => state.kind === 'queued').slice(0, AT_ONCE - busy)) void start(upload)
  }
  const start = async ({ file, key }: Upload) => {
    const startedMs = performance.now()
    set(key, { kind: 'sending', sentBytes: 0, startedMs })
    const sent = await send(file, key, (sentBytes) => set(key, { kind: 'sending', sentBytes, startedMs }))
    set(key, sent)
    document.dispatchEvent(new CustomEvent('docket:uploaded'))
    next()
  }
  const retry = (key: string) => {
    set(key, { kind: 'queued' })
    next()
  }
  return {
    add(files) {
      const fresh = files.map((file): Upload => {
        const state = file.size > maxBytes ? ({ kind: 'refused', code: 'file_too_large' } as const) : ({ kind: 'queued' } as const)
        return { file, key: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, state }
      })
      if (uploads.length === 0) place.replaceChildren()
      uploads = [...uploads, ...fresh]
      draw()
      next()
    },
  }
}

const Queue = ({ uploads, language, retry }: { uploads: readonly Upload[]; language: Language; retry: (key: string) => void }) => {
  const t = uploadTexts(language)
  const done = uploads.filter(({ state }) => isDone(state)).length
  const resting = uploads.every(({ state }) => state.kind !== 'queued' && state.kind !== 'sending')
  return (
    <>
      <ul class="upload-list">
        {uploads.map((upload) => (
          <Row key={upload.key} upload={upload} language={language} retry={retry} />
        ))}
      </ul>
      {resting && done > 0 ? (
        <p class="uploads-sum">
          <span>{plural(language, done, t.allDone)}</span>
          {location.pathname === '/documents' ? null : <a href="/documents">{t.toList}</a>}
        </p>
      ) : null}
    </>
  )
}

const Row = ({ upload, language, retry }: { upload: Upload; language: Language; retry: (key: string) => void }) => {
  const t = uploadTexts(language)
  const { file, state, key } = upload
  const look = isDone(state) ? 'upload--done' : state.kind === 'refused' || state.kind === 'broken' ? 'upload--refused' : ''
  return (
    <li class={`upload ${look}`}>
      <span class="upload-name">
        <bdi>{file.name}</bdi> <span class="muted small">{presentBytes(file.size, language)}</span>
      </span>
      <span class="upload-state">{stateText(upload, language)}</span>
      {state.kind === 'accepted' ? <a href={`/documents/${state.id}`}>{t.open}</a> : null}
      {state.kind === 'duplicate' ? <a href={`/documents/${state.of}`}>{t.openFirst}</a> : null}
      {state.kind === 'unpacked' ? <a href="/intake">{t.showFiles}</a> : null}
      {state.kind === 'broken' || state.kind === 'refused' ? (
        <button type="button" class="quiet" onClick={() => retry(key)}>
          {t.retry}
        </button>
      ) : null}
      {state.kind === 'sending' ? <progress max={file.size} value={state.sentBytes} aria-label={file.name} /> : null}
    </li>
  )
}

function isDone({ kind }: Upload['state']): boolean {
  return kind === 'accepted' || kind === 'duplicate' || kind === 'unpacked'
}

function stateText({ file, state }: Upload, language: Language): string {
  const t = uploadTexts(language)
  switch (state.kind) {
    case 'queued':
      return t.queued
    case 'sending': {
      if (state.sentBytes >= file.size) return t.storing
      const seconds = (performance.now() - state.startedMs) / 1000
      const speed = seconds > 0.3 ? ` · ${presentBytes(state.sentBytes / seconds, language)}/${language === 'ru' ? 'с' : 's'}` : ''
      return `${Math.round((100 * state.sentBytes) / Math.max(1, file.size))} %${speed}`
    }
    case 'accepted':
      return t.done
    case 'duplicate':
      return t.duplicate
    case 'unpacked':
      return [
        plural(language, state.taken, t.takenFromArchive),
        ...(state.refused > 0 ? [plural(language, state.refused, t.refusedInArchive)] : []),
      ].join(', ')
    case 'refused':
      return problemTexts(language)[state.code as keyof ReturnType<typeof problemTexts>] ?? t.refused
    case 'broken':
      return t.offline
  }
}
