import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unpackWoff } from './unpack-woff.ts'

export interface Fonts {
  readonly plain: Buffer
  readonly strong: Buffer
}

let unpacked: Fonts | null = null

/** The papers' fonts, read once. They are part of the product: PDF/A takes no font that is not inside, and every machine has others. */
export function paperFonts(): Fonts {
  unpacked ??= { plain: roboto('Regular'), strong: roboto('Bold') }
  return unpacked
}

function roboto(name: string): Buffer {
  return unpackWoff(readFileSync(fileURLToPath(import.meta.resolve(`roboto-fontface/fonts/roboto/Roboto-${name}.woff`))))
}
