import { NAUGHTY } from './naughty.ts'

// JSON bodies that no endpoint may take and none may stumble over: not JSON, nearly JSON, valid JSON of the wrong shape (after RFC 8259).

const VALUES = [
  '',
  '1',
  '-',
  '-1',
  '1.',
  '.1',
  '01',
  '1e',
  '1e999',
  '-0',
  '+1',
  '0x1',
  '1_000',
  'NaN',
  'Infinity',
  'true',
  'tru',
  'null',
  'nul',
  'undefined',
  '"x"',
  '"',
  "'x'",
  '`x`',
  '[]',
  '[1,]',
  '[,1]',
  '[1 2]',
  '{}',
  '{,}',
  '{"a"}',
  '{"a":}',
  '{"a" 1}',
  '{a:1}',
  '{"a":1,}',
  '{"a":1}}',
  '{"a":1}{"b":2}',
  '{"a":1} x',
]
const ESCAPES = [
  '"\\x"',
  '"\\u12"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '"\t"',
  '"\n"',
  '"\u0000"',
  '"\\',
  '"\\"',
  '"\u2028"',
  '"\ufeff"',
]
const COMMENTS = [
  '// x\n{}',
  '/* x */{}',
  '{}/* x */',
  '# x\n{}',
  '{}//',
  '\ufeff{}',
  '\u00a0{}',
  '\f{}',
  '\u0000{}',
  '<x/>',
  '---\na: 1',
  'a=1&b=2',
  '{"a":1}\u0000',
  ")]}',\n{}",
]

/** A well-formed decision with one part spoiled. */
const decision = (part: Readonly<Record<string, unknown>>) => JSON.stringify({ action: 'save', ...part })
const WRONG = [null, true, 0, -1, 1.5, 1e21, '', 'x', [], [[]], {}, { a: 1 }]
const SHAPES = [
  ...WRONG.map((action) => JSON.stringify({ action })),
  ...WRONG.filter((value) => JSON.stringify(value) !== '{}').map((fields) => decision({ fields })),
  ...WRONG.filter((value) => !(Array.isArray(value) && value.length === 0)).flatMap((value) => [
    decision({ confirmed: value }),
    decision({ deletedLines: value }),
    decision({ overrides: value }),
  ]),
  ...WRONG.filter((value) => value !== 'x' && value !== '').map((note) => decision({ note })),
  ...WRONG.map((reviewId) => decision({ reviewId })),
  ...['__proto__', 'constructor', 'prototype', 'toString', 'polluted'].flatMap((key) => [
    `{"action":"save","${key}":{"polluted":1}}`,
    `{"action":"save","fields":{"${key}.polluted":{"x":1}}}`,
    `{"${key}":{"action":"save"}}`,
  ]),
  ...['[', '{"a":', '{"action":"save","fields":{"a":['].flatMap((open) => [10, 1000, 50_000].map((times) => open.repeat(times))),
  `{"action":"save","fields":{${Array.from({ length: 2000 }, (_, i) => `"lines[${i}].x":{}`).join(',')}}}`,
  decision({ note: 'x'.repeat(2001) }),
  decision({ deletedLines: [Number.MAX_SAFE_INTEGER] }),
  '{"action":"save","action":"nothing"}',
]

/** Bytes that are no UTF-8, or another encoding than the one that JSON has. */
const BYTES = [
  'ff',
  'c0af',
  'eda080',
  'f4908080',
  'fffe7b007d00',
  'feff007b007d',
  '0000007b',
  '1f8b0800',
  '89504e470d0a1a0a',
  '2550444630',
  '7b22ff223a317d',
].map((hex) => Buffer.from(hex, 'hex'))

export const HOSTILE_BODIES: readonly (string | Buffer)[] = [
  ...[...VALUES, ...ESCAPES, ...COMMENTS].flatMap((text) => [
    text,
    `[${text}]`,
    `{"action":${text}}`,
    `{"action":"save","deletedLines":[${text}]}`,
  ]),
  ...SHAPES,
  ...BYTES,
  ...NAUGHTY.flatMap((text) => [text, decision({ action: text }), `{"action":"save",${JSON.stringify(text.toWellFormed())}:1}`]),
]
