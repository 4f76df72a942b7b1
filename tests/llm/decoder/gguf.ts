/** A value of a GGUF key: its type is part of the format. */
export type MetaValue =
  | { readonly kind: 'u32' | 'f32'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'f32s' | 'i32s'; readonly value: readonly number[] }

/** `shape`: innermost dimension first, as llama.cpp counts. */
export interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly data: Float32Array
}

const ALIGNMENT = 32
const TYPE = { u32: 4, i32: 5, f32: 6, string: 8, array: 9 } as const
const F32_TENSOR = 0

/** A GGUF file, version 3, little endian (ggml's docs/gguf.md). */
export function writeGguf(meta: Readonly<Record<string, MetaValue>>, tensors: readonly Tensor[]): Buffer {
  const out: Buffer[] = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(Object.keys(meta).length)]
  for (const [key, value] of Object.entries(meta)) out.push(text(key), metaValue(value))
  let offset = 0
  for (const { name, shape, data } of tensors) {
    out.push(text(name), u32(shape.length), ...shape.map(u64), u32(F32_TENSOR), u64(offset))
    offset += padded(data.byteLength)
  }
  const head = Buffer.concat(out)
  const body = tensors.flatMap(({ data }) => [
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    Buffer.alloc(padded(data.byteLength) - data.byteLength),
  ])
  return Buffer.concat([head, Buffer.alloc(padded(head.length) - head.length), ...body])
}

function metaValue({ kind, value }: MetaValue): Buffer {
  switch (kind) {
    case 'u32':
      return Buffer.concat([u32(TYPE.u32), u32(value)])
    case 'f32':
      return Buffer.concat([u32(TYPE.f32), f32(value)])
    case 'string':
      return Buffer.concat([u32(TYPE.string), text(value)])
    case 'strings':
      return Buffer.concat([u32(TYPE.array), u32(TYPE.string), u64(value.length), ...value.map(text)])
    case 'f32s':
      return Buffer.concat([u32(TYPE.array), u32(TYPE.f32), u64(value.length), ...value.map(f32)])
    case 'i32s':
      return Buffer.concat([u32(TYPE.array), u32(TYPE.i32), u64(value.length), ...value.map(u32)])
  }
}

function padded(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8')
  return Buffer.concat([u64(bytes.length), bytes])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}
