/**
 * Whether a text is a path of a field: keys and list indices below 10 000. Paths in corrections come from outside; `__proto__` would write
 * into every object of the process, and an index of a billion would fill its memory.
 */
export function isFieldPath(path: string): boolean {
  return path.length <= 200 && PATH.test(path) && !path.split(/[.[\]]/).some((key) => FORBIDDEN.has(key))
}

const PATH = /^[a-zA-Z]\w*(?:\[\d{1,4}\])?(?:\.[a-zA-Z]\w*(?:\[\d{1,4}\])?)*$/
const FORBIDDEN = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])
