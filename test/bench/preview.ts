/**
 * `npx tsx test/bench/preview.ts [pages…]`: what a keystroke's pages cost, from the edit to the answer that the
 * client reads, in one run beside a bare recompile of the same Typst source, so that the ratios hold on any
 * machine. Then the parts of that cost, one by one in this thread. Wall-clock milliseconds.
 */
import { readFile } from 'node:fs/promises';
import initCompiler, {
  TypstCompilerBuilder,
  type TypstCompiler,
} from '@myriaddreamin/typst-ts-web-compiler';
import { OpenDocument } from '../../server/features/openDocument.ts';
import { Previews } from '../../server/features/preview.ts';
import { paragraphsOf } from '../../server/output/block.ts';
import { layOut } from '../../server/output/laidOut.ts';
import { drawnPages, type DrawnPage } from '../../server/output/pageSvg.ts';
import { placeTexts } from '../../server/output/placedLines.ts';
import { ShownPages } from '../../server/output/shownPages.ts';
import { Typesetter } from '../../server/output/typeset.ts';
import { typstOf } from '../../server/output/typst.ts';
import { TypstEngine } from '../../server/output/typstEngine.ts';
import { planSample } from '../../server/rules/samples.ts';
import { bundledWorkerAssets, engineAssets } from '../unit/output/installedAssets.ts';

const uri = 'file:///tmp/ke-hoach.md';
const keystrokes = 12;
const settings = {};

/** A plan of about so many pages: headings, paragraphs, lists and now and then a table. */
function planOf(pages: number): string {
  const parts = Array.from({ length: pages * 9 }, (_, index) => {
    const words = `Nội dung thứ ${index}: các phòng, ban, đơn vị liên quan rà soát số liệu, gửi báo cáo về Văn phòng Ủy ban nhân dân xã trước ngày 15 hằng tháng để tổng hợp, trình Chủ tịch xem xét, quyết định; kịp thời kiến nghị những vướng mắc phát sinh.`;
    if (index % 24 === 5)
      return `| TT | Việc | Cơ quan |\n|---|---|---|\n| 1 | ${words} | Văn phòng |\n| 2 | Tổng hợp | Phòng Kinh tế |`;
    if (index % 8 === 3) return `**${index}. Nhiệm vụ ${index}**`;
    return index % 5 === 4 ? `- ${words}\n- ${words}` : words;
  });
  return planSample({ body: `${parts.join('\n\n')}\n\nCác đơn vị báo cáo kết quả./.` });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0).padStart(7);

/** Nothing but the compiler, for the vector artifact. */
async function bareCompiler(): Promise<(source: string) => void> {
  const wasm = new Uint8Array(await readFile(engineAssets.compiler));
  await initCompiler({ module_or_path: wasm });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of engineAssets.fonts)
    await builder.add_raw_font(new Uint8Array(await readFile(font)));
  const compiler: TypstCompiler = await builder.build();
  return (source) => {
    compiler.add_source('/main.typ', source);
    const world = compiler.snapshot(undefined, '/main.typ', undefined);
    world.get_artifact(0, 3);
    world.free();
  };
}

const { assets, remove } = bundledWorkerAssets();
const typesetter = new Typesetter(assets);
const bare = await bareCompiler();
const engine = await TypstEngine.load(engineAssets);

class Stopwatch {
  readonly #laps = new Map<string, number[]>();

  lap<Made>(name: string, work: () => Made): Made {
    const start = performance.now();
    const made = work();
    this.add(name, performance.now() - start);
    return made;
  }

  add(name: string, lap: number): void {
    this.#laps.set(name, [...(this.#laps.get(name) ?? []), lap]);
  }

  /** Medians without the first, which finds everything cold. */
  print(): void {
    for (const [name, [, ...laps]] of this.#laps)
      console.log(`    ${name.padEnd(26)}${ms(median(laps))}`);
  }
}

async function measure(pageCount: number): Promise<void> {
  const previews = new Previews({
    pageSetter: () => typesetter,
    readPicture: () => Promise.resolve(undefined),
  });
  const open = new OpenDocument(uri, 'markdown', 1, planOf(pageCount));
  let known: readonly string[] = [];
  const wholes: number[] = [];
  const bares: number[] = [];
  const sizes: number[] = [];
  const parts = new Stopwatch();
  const drawn = new Map<string, DrawnPage>();
  for (let round = 0; round <= keystrokes; round += 1) {
    const words = open.text.indexOf('Nội dung thứ', (open.text.length * (round % 4)) / 4.5);
    const position = open.lines.positionAt(words);
    const change = { range: { start: position, end: position }, text: 'x' };
    const start = performance.now();
    open.update([change], round + 2, Date.now());
    parts.lap('parse', () => open.parsed());
    parts.lap('diagnostics', () => open.linted(settings));
    const asked = performance.now();
    const result = await previews.show(open, { uri, known }, settings, []);
    parts.add('request', performance.now() - asked);
    const sent = JSON.stringify(result);
    JSON.parse(sent);
    const whole = performance.now() - start;
    known = result.pages.map(({ hash }) => hash);

    const [document] = open.parsed().documents;
    if (!document) throw new Error('no document');
    const begun = performance.now();
    const { blocks, layout } = await layOut(document, {}, () => Promise.resolve(undefined));
    parts.add('blocks', performance.now() - begun);
    const source = parts.lap('Typst source', () =>
      typstOf(blocks, { title: 'thử' }, layout, { tagged: true }),
    );
    const compiled = performance.now();
    bare(source);
    if (round > 0) {
      bares.push(performance.now() - compiled);
      wholes.push(whole);
      sizes.push(sent.length);
    }
    const drawing = parts.lap('compile and draw', () => engine.svg(source));
    const pages = parts.lap('pages of the drawing', () => drawnPages(drawing, drawn));
    const paragraphs = blocks.flatMap(paragraphsOf);
    const texts = parts.lap('clone of every page', () =>
      structuredClone(pages).map((page) => page.texts),
    );
    const placed = parts.lap('placed texts', () => placeTexts(texts, paragraphs, layout));
    const shown = new ShownPages(document, paragraphs, placed);
    parts.lap('lines', () => shown.lines(pages.length));
  }
  const [ours, theirs] = [median(wholes), median(bares)];
  console.log(
    `${String(known.length).padStart(5)} ${ms(ours)} ms ${ms(quantile(wholes, 0.95))} ms ${ms(theirs)} ms ${(ours / theirs).toFixed(2).padStart(7)} ${(median(sizes) / 1024).toFixed(0).padStart(7)} kB`,
  );
  parts.print();
}

const asked = process.argv.slice(2).map(Number);
console.log('pages   keystroke p50  p95   bare recompile  ratio    answer');
for (const pages of asked.length > 0 ? asked : [5, 50, 300]) await measure(pages);
await typesetter.dispose();
remove();
