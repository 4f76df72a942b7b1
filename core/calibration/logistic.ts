/** Row of numbers, one per signal; all rows of a fit have the same length. */
export type Row = readonly number[]

export interface Logistic {
  readonly intercept: number
  readonly weights: readonly number[]
}

export function sigmoid(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))
}

export function logit(p: number): number {
  return Math.log(p / (1 - p))
}

/** Probability that `row` is a positive, 0..1. */
export function predict({ intercept, weights }: Logistic, row: Row): number {
  return sigmoid(weights.reduce((sum, weight, i) => sum + weight * row[i]!, intercept))
}

/**
 * Ridge-penalised logistic regression by Newton's method (iteratively reweighted least squares). `targets` are probabilities, usually 0 or 1.
 * `ridge` is the penalty on each squared weight, in labels; the intercept is free. Deterministic.
 */
export function fitLogistic(rows: readonly Row[], targets: readonly number[], ridge: number): Logistic {
  const size = (rows[0]?.length ?? 0) + 1
  let theta = new Array<number>(size).fill(0)
  for (let step = 0; step < 50; step++) {
    const gradient = theta.map((value, i) => (i === 0 ? 0 : -ridge * value))
    const hessian = theta.map((_, i) => theta.map((_, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)))
    rows.forEach((row, n) => {
      const x = [1, ...row]
      const p = sigmoid(x.reduce((sum, value, i) => sum + value * theta[i]!, 0))
      const doubt = Math.max(p * (1 - p), 1e-9)
      for (let i = 0; i < size; i++) {
        if (x[i] === 0) continue
        gradient[i]! += x[i]! * (targets[n]! - p)
        for (let j = 0; j < size; j++) hessian[i]![j]! += doubt * x[i]! * x[j]!
      }
    })
    const change = solve(hessian, gradient)
    const longest = Math.max(...change.map(Math.abs))
    // Newton overshoots where the classes are nearly separable: no step is longer than 4 in any weight.
    const scale = longest > 4 ? 4 / longest : 1
    theta = theta.map((value, i) => value + scale * change[i]!)
    if (longest < 1e-9) break
  }
  const [intercept, ...weights] = theta
  return { intercept: intercept!, weights }
}

/** Gauss elimination with partial pivoting; the matrix is symmetric and positive definite here. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const size = rows.length
  for (let i = 0; i < size; i++) {
    let pivot = i
    for (let k = i + 1; k < size; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let k = i + 1; k < size; k++) {
      const factor = rows[k]![i]! / rows[i]![i]!
      if (factor !== 0) for (let j = i; j <= size; j++) rows[k]![j]! -= factor * rows[i]![j]!
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    const known = rows[i]!.slice(i + 1, size).reduce((sum, value, j) => sum + value * result[i + 1 + j]!, 0)
    result[i] = (rows[i]![size]! - known) / rows[i]![i]!
  }
  return result
}
