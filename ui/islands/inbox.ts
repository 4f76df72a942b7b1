import { acceptDrops } from './inbox/drop.ts'
import { listKeys } from './inbox/keys.ts'
import { keepLive } from './inbox/live.ts'
import { createQueue } from './inbox/queue.tsx'

document.documentElement.classList.add('scripted')
const place = document.querySelector<HTMLElement>('[data-uploads]')
if (place) {
  const queue = createQueue(place)
  acceptDrops(queue.add)
}
const live = document.querySelector<HTMLElement>('[data-live]')
if (live) {
  keepLive(live)
  listKeys(live)
}
