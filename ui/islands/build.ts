import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface Asset {
  readonly href: string
  readonly body: Uint8Array
  readonly mediaType: string
}

export interface Assets {
  readonly inbox: string
  readonly keys: string
  readonly review: string
  readonly signedOut: string
  readonly styles: string
  find(name: string): Asset | undefined
}

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M5 2h10l5 5v15H5Z" fill="#1f5f5b"/><path d="m8.5 14 2.8 2.8 5-5.8" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'

/** Bundles the islands and the style sheet once per process; the hash in the name lets browsers keep them for ever. */
export async function buildAssets(): Promise<Assets> {
  const shared = { bundle: true, write: false, minify: true, target: 'es2022', legalComments: 'none', logLevel: 'silent' } as const
  const [scripts, styles] = await Promise.all([
    build({
      ...shared,
      entryPoints: [`${HERE}inbox.ts`, `${HERE}keys.ts`, `${HERE}review.ts`, `${HERE}signed-out.ts`],
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      outdir: HERE,
      charset: 'utf8',
    }),
    build({ ...shared, entryPoints: [`${HERE}../styles/docket.css`], charset: 'utf8' }),
  ])
  const script = (name: string) => scripts.outputFiles.find(({ path }) => path.endsWith(`${name}.js`))!.contents
  const inbox = asset('inbox', 'js', script('inbox'), 'text/javascript; charset=utf-8')
  const keys = asset('keys', 'js', script('keys'), 'text/javascript; charset=utf-8')
  const review = asset('review', 'js', script('review'), 'text/javascript; charset=utf-8')
  const signedOut = asset('signed-out', 'js', script('signed-out'), 'text/javascript; charset=utf-8')
  const sheet = asset('docket', 'css', styles.outputFiles[0]!.contents, 'text/css; charset=utf-8')
  const icon: Asset = { href: '/assets/icon.svg', body: Buffer.from(ICON), mediaType: 'image/svg+xml' }
  const all = new Map([inbox, keys, review, signedOut, sheet, icon].map((one) => [one.href, one]))
  return {
    inbox: inbox.href,
    keys: keys.href,
    review: review.href,
    signedOut: signedOut.href,
    styles: sheet.href,
    find: (href) => all.get(href),
  }
}

function asset(name: string, ending: string, body: Uint8Array, mediaType: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { href: `/assets/${name}-${hash}.${ending}`, body, mediaType }
}
