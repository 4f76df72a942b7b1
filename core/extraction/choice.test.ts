import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Choice, chooseJointly, type Option } from './choice.ts'

const option = (value: string, odds: number): Option => ({ value, odds })
const sums = ({ net, tax, gross }: Choice<Option>) =>
  net && tax && gross ? (Number(net.value) + Number(tax.value) === Number(gross.value) ? 3 : -3) : 0
const values = (chosen: readonly { readonly path: string; readonly option: Option }[]) =>
  Object.fromEntries(chosen.map(({ path, option: { value } }) => [path, value]))

describe('the joint choice', () => {
  const slots = [
    { path: 'net', options: [option('100', 1), option('90', 1.2)] },
    { path: 'tax', options: [option('19', 2), option('7', -1)] },
    { path: 'gross', options: [option('119', 1.5), option('120', 2)] },
  ]

  it('takes the combination that adds up over single favourites', () => {
    assert.deepEqual(values(chooseJointly(slots, sums)), { net: '100', tax: '19', gross: '119' })
    assert.deepEqual(values(chooseJointly(slots, () => 0)), { net: '90', tax: '19', gross: '120' })
  })

  it('says by how much each value beats the next best choice', () => {
    // 100 + 19 = 119 counts 1 + 2 + 1.5 + 3 = 7.5. Without that net: tax and 120 alone, 2 + 2. Without that tax: 90 and 120, 1.2 + 2.
    // Without that gross: tax and 120 again.
    const chosen = chooseJointly(slots, sums)
    assert.deepEqual(
      chosen.map(({ path, margin }) => [path, Math.round(margin * 10) / 10]),
      [
        ['net', 3.5],
        ['tax', 4.3],
        ['gross', 3.5],
      ],
    )
  })

  it('leaves a field empty where nothing is likelier than nothing', () => {
    assert.deepEqual(values(chooseJointly([{ path: 'a', options: [option('x', -1)] }], () => 0)), {})
    assert.deepEqual(values(chooseJointly([{ path: 'a', options: [option('x', -1)] }], () => 0, -2)), { a: 'x' })
  })
})
