import { type Tensor, writeGguf } from './gguf.ts'

const WIDTH = 32
const LAYERS = 2
const HEADS = 2
const INNER = 64
const CONTEXT = 32_768

const CHAT_TEMPLATE = "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant: "

const LETTERS = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁ',
]

/**
 * A llama of two layers with random weights, about 200 kB: it knows nothing, and that is the point. Whatever it says is made valid by the decoder alone.
 * One hidden dimension is constant, so that its output column works as a bias of each token: quotes, brackets and figures are liked, so that strings and
 * lists come to an end. `phrases` become tokens of their own, so that what the decoder leaves no choice about takes one step instead of one a letter.
 */
export function tinyModel(seed: number, phrases: readonly string[] = []): Buffer {
  const next = normal(seed)
  const random = (rows: number, columns: number, scale: number) => Float32Array.from({ length: rows * columns }, () => next() * scale)
  const tokens = vocabulary(phrases)
  const embedding = random(tokens.length, WIDTH, 0.3)
  const output = random(tokens.length, WIDTH, 0.6)
  tokens.forEach(({ bias }, i) => {
    embedding[i * WIDTH] = 4
    output[i * WIDTH] = bias
  })
  const matrix = (name: string, inputs: number, outputs: number): Tensor => {
    const data = random(outputs, inputs, 0.05)
    // Nothing writes into the constant dimension.
    if (outputs === WIDTH) data.fill(0, 0, inputs)
    return { name, shape: [inputs, outputs], data }
  }
  const ones = (name: string): Tensor => ({ name, shape: [WIDTH], data: new Float32Array(WIDTH).fill(1) })
  const layers = Array.from({ length: LAYERS }, (_, i) => [
    ones(`blk.${i}.attn_norm.weight`),
    ...['q', 'k', 'v', 'output'].map((part) => matrix(`blk.${i}.attn_${part}.weight`, WIDTH, WIDTH)),
    ones(`blk.${i}.ffn_norm.weight`),
    matrix(`blk.${i}.ffn_gate.weight`, WIDTH, INNER),
    matrix(`blk.${i}.ffn_up.weight`, WIDTH, INNER),
    matrix(`blk.${i}.ffn_down.weight`, INNER, WIDTH),
  ]).flat()
  return writeGguf(
    {
      'general.architecture': { kind: 'string', value: 'llama' },
      'general.name': { kind: 'string', value: 'docket-tiny-random' },
      'llama.context_length': { kind: 'u32', value: CONTEXT },
      'llama.embedding_length': { kind: 'u32', value: WIDTH },
      'llama.block_count': { kind: 'u32', value: LAYERS },
      'llama.feed_forward_length': { kind: 'u32', value: INNER },
      'llama.attention.head_count': { kind: 'u32', value: HEADS },
      'llama.attention.head_count_kv': { kind: 'u32', value: HEADS },
      'llama.attention.layer_norm_rms_epsilon': { kind: 'f32', value: 1e-5 },
      'llama.rope.dimension_count': { kind: 'u32', value: WIDTH / HEADS },
      'llama.vocab_size': { kind: 'u32', value: tokens.length },
      'tokenizer.ggml.model': { kind: 'string', value: 'llama' },
      'tokenizer.ggml.tokens': { kind: 'strings', value: tokens.map(({ text }) => text) },
      'tokenizer.ggml.scores': { kind: 'f32s', value: tokens.map(({ score }) => score) },
      'tokenizer.ggml.token_type': { kind: 'i32s', value: tokens.map(({ type }) => type) },
      'tokenizer.chat_template': { kind: 'string', value: CHAT_TEMPLATE },
      'tokenizer.ggml.bos_token_id': { kind: 'u32', value: 1 },
      'tokenizer.ggml.eos_token_id': { kind: 'u32', value: 2 },
      'tokenizer.ggml.unknown_token_id': { kind: 'u32', value: 0 },
    },
    [
      { name: 'token_embd.weight', shape: [WIDTH, tokens.length], data: embedding },
      ...layers,
      ones('output_norm.weight'),
      { name: 'output.weight', shape: [WIDTH, tokens.length], data: output },
    ],
  )
}

interface Token {
  readonly text: string
  readonly score: number
  /** llama.cpp's token types: 1 normal, 2 unknown, 3 control, 6 byte. */
  readonly type: number
  readonly bias: number
}

function vocabulary(phrases: readonly string[]): readonly Token[] {
  const special = [
    { text: '<unk>', score: 0, type: 2, bias: -9 },
    { text: '<s>', score: 0, type: 3, bias: -9 },
    { text: '</s>', score: 0, type: 3, bias: 2 },
  ]
  const bytes = Array.from({ length: 256 }, (_, i) => ({
    text: `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`,
    score: 0,
    type: 6,
    bias: -9,
  }))
  const letters = LETTERS.map((letter, i) => ({ text: letter === ' ' ? '▁' : letter, score: -i / 10, type: 1, bias: biasOf(letter) }))
  const whole = phrases.map((text) => ({ text, score: -100, type: 1, bias: 1 }))
  return [...special, ...bytes, ...letters, ...whole]
}

function biasOf(letter: string): number {
  if (letter === '"' || letter === ']' || letter === '}') return 1.5
  if (letter === 'n') return 1.5 // null ends a field
  return /[0-9]/.test(letter) ? 0.3 : 0
}

/** Box–Muller over mulberry32. */
function normal(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
