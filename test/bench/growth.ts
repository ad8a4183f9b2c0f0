/** How a cost grows with the length of its input: 1 is linear. */
export interface Growth {
  readonly slope: number;
  readonly costs: readonly number[];
}

/** Three doublings: enough to tell a square from a line. */
const sizes = [20_000, 40_000, 80_000, 160_000];

/** The slope of a line through the logarithms of size and cost, best of three a size. */
export function growth(shape: (length: number) => string, cost: (text: string) => number): Growth {
  const costs = sizes.map((size) => {
    const text = shape(size);
    return Math.max(0.05, Math.min(cost(text), cost(text), cost(text)));
  });
  return { slope: slopeOf(sizes.map(Math.log), costs.map(Math.log)), costs };
}

/** The slope of the straight line that lies nearest to the points. */
export function slopeOf(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  let over = 0;
  let under = 0;
  xs.forEach((value, index) => {
    over += (value - x) * ((ys[index] ?? y) - y);
    under += (value - x) ** 2;
  });
  return over / under;
}
