import sharp from 'sharp'

const WIDTH = 120 // pixels: enough to tell pages apart by their look
const QUALITY = 60

/** A page picture of ours made small, as WebP: five hundred of them weigh what three pages do. */
export async function smallPicture(page: Uint8Array): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }> {
  const small = await sharp(page).resize({ width: WIDTH, withoutEnlargement: true }).webp({ quality: QUALITY }).toBuffer()
  return { bytes: new Uint8Array(small), mediaType: 'image/webp' }
}
