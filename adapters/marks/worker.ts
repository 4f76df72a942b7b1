// The thread in which page images are searched for codes, drawn lines, stamps and the strokes of a pen. One request at a time; it answers with the request's number.
import { parentPort } from 'node:worker_threads'
import { drawnLines } from './drawn-lines.ts'
import { pagePixels } from './pixels.ts'
import { readCodes } from './read-codes.ts'
import { regionsOf } from './regions.ts'

parentPort?.on('message', async ({ id, image }: { readonly id: number; readonly image: Uint8Array }) => {
  try {
    const { pixels, lit, coloured } = await pagePixels(image)
    parentPort?.postMessage({
      id,
      marks: { codes: await readCodes(pixels), rules: drawnLines(lit), regions: coloured ? regionsOf({ pixels, lit }) : [] },
    })
  } catch (error) {
    parentPort?.postMessage({ id, failed: (error as Error).message })
  }
})
