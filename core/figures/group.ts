/** Fewer people than this are no group: what their hands needed would be one person's figure, or could be had by taking away one's own. */
export const SMALLEST_GROUP = 3

/** What was measured at people's hands (time, keys, clicks) is shown to others only when so many had a part in it. */
export function isGroup(people: number): boolean {
  return people >= SMALLEST_GROUP
}
