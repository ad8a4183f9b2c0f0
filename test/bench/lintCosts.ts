import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import type { Document } from '../../server/document/document.ts';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { lintDocuments } from '../../server/lint/lint.ts';
import type { LintSettings } from '../../server/lint/settings.ts';
import { knownDocuments } from '../../server/norms/register/knownDocuments.ts';
import { bundledRegister } from '../../server/norms/register/bundled.ts';
import { rules } from '../../server/rules/index.ts';
import { parseSource } from '../../server/source/parseSource.ts';

const settings: LintSettings = {
  known: knownDocuments([bundledRegister()]),
  rules: Object.fromEntries(
    rules.filter(({ offByDefault }) => offByDefault === true).map(({ id }) => [id, 'warning']),
  ),
};

interface Stretch {
  readonly stage: string;
  readonly from: number;
  readonly to: number;
}

/** When the collector ran, told a turn of the loop later. */
const collections: PerformanceEntry[] = [];
const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
observer.observe({ entryTypes: ['gc'] });

/** Milliseconds of the stretch that the collector took, which is no cost of the stage's own. */
function collecting({ from, to }: Stretch): number {
  return collections
    .filter(({ startTime }) => from <= startTime && startTime < to)
    .reduce((sum, { duration }) => sum + duration, 0);
}

/**
 * Milliseconds that each stage takes of checking a text anew, the collector's aside: parsing, the model, each rule that is
 * `asked`.
 */
export async function lintCosts(
  text: string,
  asked: (rule: string) => boolean = () => true,
): Promise<ReadonlyMap<string, number>> {
  const stretches: Stretch[] = [];
  const timed = <T>(stage: string, work: () => T): T => {
    const from = performance.now();
    const made = work();
    stretches.push({ stage, from, to: performance.now() });
    return made;
  };
  const source = timed('parse', () => parseSource(text));
  const documents = timed('model', () => readWhole(parseDocuments(source)));
  const watched = rules
    .filter(({ id }) => asked(id))
    .map((rule): typeof rule => ({
      ...rule,
      check: (document, report, context) => {
        timed(rule.id, () => {
          rule.check(document, report, context);
        });
      },
    }));
  timed('whole', () => lintDocuments(source, documents, settings, watched));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const costs = new Map<string, number>();
  for (const stretch of stretches) {
    const { stage, from, to } = stretch;
    costs.set(stage, (costs.get(stage) ?? 0) + Math.max(0, to - from - collecting(stretch)));
  }
  collections.length = 0;
  const ofRules = rules.reduce((sum, { id }) => sum + (costs.get(id) ?? 0), 0);
  costs.set('reporting', (costs.get('whole') ?? 0) - ofRules);
  costs.delete('whole');
  return costs;
}

/** The documents with all of their components read. */
function readWhole(documents: readonly Document[]): readonly Document[] {
  for (const document of documents) Object.values(document);
  return documents;
}
