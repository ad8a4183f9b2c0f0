/**
 * `npx tsx test/bench/source.ts`: what parsing costs, in one run beside a plain whole remark-parse of the same
 * text, so that the ratios hold on any machine. CPU time of this process, medians and 95th percentiles.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseSource } from '../../server/source/parseSource.ts';
import { planSample } from '../../server/rules/samples.ts';
import { growth } from './growth.ts';
import { shapes } from './shapes.ts';

const plain = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** Milliseconds of CPU. */
export function cost(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function documentOf(length: number): string {
  const sample = `${planSample()}\n`;
  return sample.repeat(Math.ceil(length / sample.length)).slice(0, length);
}

/** The cost of one letter typed at the start, the middle and the end, over and over. */
function keystrokes(text: string, rounds: number): readonly number[] {
  const costs: number[] = [];
  let source = parseSource(text);
  let typed = text;
  for (let round = 0; round < rounds; round += 1) {
    const at = Math.floor((typed.length * (round % 3)) / 2);
    typed = `${typed.slice(0, at)}x${typed.slice(at)}`;
    // an editor hands over a flat string; joining it is no cost of the parse
    typed.charCodeAt(0);
    costs.push(
      cost(() => {
        source = parseSource(typed, source);
      }),
    );
  }
  return costs;
}

/** Steeper growth is more than linear; what takes next to no time is measured too badly to tell. */
const steepest = 1.2;
const negligible = 40;

const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0).padStart(8);

console.log('size       first parse  whole remark-parse  ratio   keystroke p50     p95');
for (const length of [5_000, 28_000, 280_000, 2_800_000]) {
  const text = documentOf(length);
  const rounds = length > 1_000_000 ? 1 : 5;
  const first: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    first.push(cost(() => parseSource(text)));
    whole.push(cost(() => plain.parse(text)));
  }
  const typed = keystrokes(text, length > 1_000_000 ? 60 : 150);
  const [ours, theirs] = [quantile(first, 0.5), quantile(whole, 0.5)];
  console.log(
    `${String(length).padEnd(10)} ${ms(ours)} ms ${ms(theirs)} ms        ${(ours / theirs).toFixed(2).padStart(6)} ${ms(quantile(typed, 0.5))} ms ${ms(quantile(typed, 0.95))} ms`,
  );
}

console.log('\nshape                                      slope   ms at each doubling');
for (const [name, shape] of Object.entries(shapes)) {
  const { slope, costs } = growth(shape, (text) => cost(() => parseSource(text)));
  const superLinear = slope > steepest && (costs.at(-1) ?? 0) > negligible;
  if (superLinear) process.exitCode = 1;
  const said = superLinear ? '   more than linear' : '';
  console.log(
    `${name.padEnd(42)} ${slope.toFixed(2).padStart(5)}   ${costs.map(ms).join('')}${said}`,
  );
}
