/**
 * `npx tsx test/bench/ruleGrowth.ts [pattern]`: how what each stage and rule costs grows with the length of a
 * document, for everything that can be long in one; fails where it grows by more than a line does.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { documentShapes } from './documentShapes.ts';
import { slopeOf } from './growth.ts';
import { lintCosts } from './lintCosts.ts';
import type { Shape } from './shapes.ts';

/** Three doublings: enough to tell a square from a line. */
const sizes = [25_000, 50_000, 100_000, 200_000];

const steepest = 1.2;

/** What costs less at the largest size, in milliseconds, is measured too badly to tell its growth. */
const negligible = 30;

/** A busy machine makes any single measurement too long; none makes it too short. */
const attempts = 6;

/** What looks steep is looked at again by itself on texts that no cache holds, where a square stands out. */
const longSizes = [400_000, 800_000, 1_600_000];

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
function steepIn(
  costs: readonly Costs[],
  lengths: readonly number[],
): readonly (readonly [string, number, number])[] {
  const stages = [...(costs.at(-1)?.keys() ?? [])];
  return stages.flatMap((stage) => {
    const last = costs.at(-1)?.get(stage) ?? 0;
    const each = costs.map((one) => Math.log(Math.max(0.1, one.get(stage) ?? 0)));
    const slope = slopeOf(lengths.map(Math.log), each);
    return slope > steepest && last > negligible ? [[stage, slope, last] as const] : [];
  });
}

/** The least of several measurements, of which there are more only while something looks steep. */
async function leastCosts(
  shape: Shape,
  lengths: readonly number[],
  asked: (rule: string) => boolean,
): Promise<readonly Costs[]> {
  const measure = async (): Promise<readonly Costs[]> => {
    const costs: Costs[] = [];
    for (const length of lengths) costs.push(await lintCosts(shape(length), asked));
    return costs;
  };
  let costs = await measure();
  for (let again = 1; again < attempts && steepIn(costs, lengths).length > 0; again += 1) {
    costs = lessOf(costs, await measure());
  }
  return costs;
}

/** The stages that grow too fast in documents of the shape. */
async function steepOf(shape: Shape): Promise<ReturnType<typeof steepIn>> {
  const first = steepIn(await leastCosts(shape, sizes, () => true), sizes);
  const suspects = new Set(first.map(([stage]) => stage));
  if (suspects.size === 0) return [];
  const second = await leastCosts(shape, longSizes, (rule) => suspects.has(rule));
  return steepIn(second, longSizes).filter(([stage]) => suspects.has(stage));
}

/** Whether a process of its own, whose memory no other shape has filled, finds nothing steep in the shape. */
function isFlatByItself(name: string): boolean {
  const pattern = `^${name.replace(/[^\p{L}\p{N} ]/gu, '.')}$`;
  const own = [...process.execArgv, fileURLToPath(import.meta.url), pattern];
  return spawnSync(process.execPath, own, { stdio: 'inherit' }).status === 0;
}

const wanted = new RegExp(process.argv[2] ?? '', 'u');
const shapes = Object.entries(documentShapes).filter(([name]) => wanted.test(name));
await lintCosts(documentShapes['whole documents in a file']?.(80_000) ?? '');
let failed = 0;
for (const [name, shape] of shapes) {
  const steep = await steepOf(shape);
  if (steep.length === 0 || (shapes.length > 1 && isFlatByItself(name))) continue;
  failed += 1;
  for (const [stage, slope, cost] of steep) {
    console.log(`${name}: ${stage} grows by ${slope.toFixed(2)}, ${cost.toFixed(0)} ms`);
  }
}
console.log(`${shapes.length} shapes, ${failed} steeper than ${steepest}`);
process.exitCode = failed > 0 || shapes.length === 0 ? 1 : 0;
