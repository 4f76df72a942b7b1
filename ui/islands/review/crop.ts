import { slantOf } from './sheet.ts'
import type { Place } from './viewer.ts'
import { textsOfPage } from './words.ts'

const TEXT_HEIGHT = 24 // CSS pixels that one printed line gets: readable at arm's length
const MOST_ENLARGED = 4
const AROUND = 0.9 // of the line's height is shown above and below it
const BESIDE = 0.06 // of the page's width is shown left and right: the caption usually stands there
const MOST_HEIGHT = 150

/**
 * The place of a value, enlarged, under the field that has the focus: eyes need not travel to the page and back.
 * Drawn from the page image that the viewer shows anyway; nothing is fetched twice.
 */
export function createCrop(pageImage: (page: number) => HTMLImageElement | null) {
  const canvas = document.createElement('canvas')
  canvas.className = 'crop'
  canvas.setAttribute('role', 'img')
  let wanted = 0

  return {
    async show(under: HTMLElement | null, places: readonly Place[]): Promise<void> {
      const turn = ++wanted
      const [place] = places
      const image = place ? pageImage(place.page) : null
      if (!under || !place || !image) return canvas.remove()
      image.loading = 'eager'
      try {
        await image.decode()
      } catch {
        return canvas.remove()
      }
      if (turn !== wanted) return
      canvas.setAttribute('aria-label', textsOfPage().cropOf)
      under.append(canvas)
      draw(
        canvas,
        image,
        place,
        places.filter(({ page }) => page === place.page),
        under.clientWidth,
      )
    },
    hide() {
      wanted++
      canvas.remove()
    },
  }
}

function draw(canvas: HTMLCanvasElement, image: HTMLImageElement, first: Place, all: readonly Place[], widthPx: number): void {
  const [pageWidth, pageHeight] = [image.naturalWidth, image.naturalHeight]
  const line = Math.max((first.y1 - first.y0) * pageHeight, 1)
  const region = {
    x0: Math.min(...all.map(({ x0 }) => x0)) * pageWidth,
    x1: Math.max(...all.map(({ x1 }) => x1)) * pageWidth,
    y0: Math.min(...all.map(({ y0 }) => y0)) * pageHeight,
    y1: Math.max(...all.map(({ y1 }) => y1)) * pageHeight,
  }
  const width = Math.max(widthPx, 1)
  const wide = region.x1 - region.x0 + 2 * BESIDE * pageWidth
  const scale = Math.min(MOST_ENLARGED, TEXT_HEIGHT / line, Math.max(width / wide, (0.5 * TEXT_HEIGHT) / line))
  const height = Math.min(MOST_HEIGHT, (region.y1 - region.y0 + 2 * AROUND * line) * scale)
  const density = window.devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const paper = canvas.getContext('2d')
  if (!paper) return
  // The caption usually stands on the left: a short value leaves more room there.
  const before = (width / scale) * (region.x1 - region.x0 > (0.5 * width) / scale ? 0.5 : 0.68)
  const left = Math.min(Math.max(0, (region.x0 + region.x1) / 2 - before), Math.max(0, pageWidth - width / scale))
  const top = Math.max(0, region.y0 - AROUND * line)
  paper.setTransform(density * scale, 0, 0, density * scale, -left * density * scale, -top * density * scale)
  paper.fillStyle = '#fff'
  paper.fillRect(left, top, width / scale, height / scale)
  // As the reviewer has straightened the page, about the middle of the place.
  const [x, y] = [(region.x0 + region.x1) / 2, (region.y0 + region.y1) / 2]
  const sheet = image.closest<HTMLElement>('[data-sheet]')
  paper.translate(x, y)
  paper.rotate(((sheet ? slantOf(sheet) : 0) * Math.PI) / 180)
  paper.translate(-x, -y)
  paper.imageSmoothingQuality = 'high'
  paper.drawImage(image, 0, 0)
  paper.lineWidth = 2 / scale
  paper.strokeStyle = '#1458c9'
  for (const { x0, y0, x1, y1 } of all)
    paper.strokeRect(
      x0 * pageWidth - 3 / scale,
      y0 * pageHeight - 3 / scale,
      (x1 - x0) * pageWidth + 6 / scale,
      (y1 - y0) * pageHeight + 6 / scale,
    )
}
