import type { FieldState } from '../views/document-view.ts'

const PATHS: Readonly<Record<FieldState | 'info' | 'file' | 'upload', string>> = {
  attention: 'M8 1.8 15 14H1Zm0 4.4v3.6m0 2v.2',
  missing: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5 8h6',
  human: 'M6 7.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM1.5 14c0-2.6 2-4.2 4.5-4.2 1.2 0 2.3.4 3.1 1M9.5 12.2l2 2 3.3-4',
  machine: 'm2.5 8.5 3.5 3.5 7.5-8',
  read: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z',
  absent: 'M4 8h8',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Zm0 5.4v4m0-6.2v.2',
  file: 'M3.5 1.5h6l3 3v10h-9Zm6 0v3h3M5.5 8h5m-5 2.5h5',
  upload: 'M8 10.5V2.5m-3.2 3L8 2.3l3.2 3.2M2.5 10v3.5h11V10',
}

/** Drawn, not a font: a closed network has no icon font, and the text beside it carries the meaning. */
export const Icon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg class={`icon icon--${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
)
