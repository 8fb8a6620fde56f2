/** Whole numbers below a bound, drawn from a seed: the same in every run. */
export const drawingFrom = (seed: number): ((below: number) => number) => {
  let state = seed * 2_654_435_761
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return state % below
  }
}
