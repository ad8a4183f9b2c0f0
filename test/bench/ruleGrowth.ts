/**
 * `npx tsx test/bench/ruleGrowth.ts [pattern]`: how what each stage and rule costs grows with the length of a
 * document, for everything that can be long in one; fails where it grows by more than a line does.
 */
import { documentShapes } from './documentShapes.ts';
import { slopeOf } from './growth.ts';
import { lintCosts } from './lintCosts.ts';
import type { Shape } from './shapes.ts';

/** Three doublings: enough to tell a square from a line. */
const sizes = [50_000, 100_000, 200_000, 400_000];

const steepest = 1.2;

/** What costs less at the largest size, in milliseconds, is measured too badly to tell its growth. */
const negligible = 50;

/** A busy machine makes any single measurement too long; none makes it too short. */
const attempts = 5;

type Costs = ReadonlyMap<string, number>;

function lessOf(one: readonly Costs[], other: readonly Costs[]): readonly Costs[] {
  return one.map(
    (costs, index) =>
      new Map(
        [...costs].map(([stage, cost]) => [
          stage,
          Math.min(cost, other[index]?.get(stage) ?? Infinity),
        ]),
      ),
  );
}

/** The stages that grow too fast, with their slopes. */
function steepIn(costs: readonly Costs[]): readonly (readonly [string, number, number])[] {
  const stages = [...(costs.at(-1)?.keys() ?? [])];
  return stages.flatMap((stage) => {
    const last = costs.at(-1)?.get(stage) ?? 0;
    const each = costs.map((one) => Math.log(Math.max(0.1, one.get(stage) ?? 0)));
    const slope = slopeOf(sizes.map(Math.log), each);
    return slope > steepest && last > negligible ? [[stage, slope, last] as const] : [];
  });
}

function measured(shape: Shape): readonly Costs[] {
  return sizes.map((size) => lintCosts(shape(size)));
}

/** The least of several measurements, of which there are more only while something looks steep. */
function leastCosts(shape: Shape): readonly Costs[] {
  let costs = measured(shape);
  for (let again = 1; again < attempts && steepIn(costs).length > 0; again += 1) {
    costs = lessOf(costs, measured(shape));
  }
  return costs;
}

const wanted = new RegExp(process.argv[2] ?? '', 'u');
const shapes = Object.entries(documentShapes).filter(([name]) => wanted.test(name));
lintCosts(documentShapes['whole documents in a file']?.(80_000) ?? '');
let failed = 0;
let steepestSeen = 0;
for (const [name, shape] of shapes) {
  const costs = leastCosts(shape);
  for (const [stage, slope, cost] of steepIn(costs)) {
    failed += 1;
    console.log(`${name}: ${stage} grows by ${slope.toFixed(2)}, ${cost.toFixed(0)} ms`);
  }
  const whole = costs.map((one) => [...one.values()].reduce((sum, cost) => sum + cost, 0));
  const slope = slopeOf(sizes.map(Math.log), whole.map(Math.log));
  steepestSeen = Math.max(steepestSeen, (whole.at(-1) ?? 0) > 100 ? slope : 0);
}
console.log(
  `${shapes.length} shapes, ${failed} steeper than ${steepest}; all stages together at most ${steepestSeen.toFixed(2)}`,
);
process.exitCode = failed > 0 || shapes.length === 0 ? 1 : 0;
