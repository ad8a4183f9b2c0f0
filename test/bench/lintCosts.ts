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

/** Milliseconds that each stage takes of checking a text anew: parsing, the model, each rule that is `asked`. */
export function lintCosts(
  text: string,
  asked: (rule: string) => boolean = () => true,
): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  const timed = <T>(stage: string, work: () => T): T => {
    const start = performance.now();
    const made = work();
    costs.set(stage, (costs.get(stage) ?? 0) + performance.now() - start);
    return made;
  };
  const source = timed('parse', () => parseSource(text));
  const documents = timed('model', () => parseDocuments(source));
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
  const start = performance.now();
  lintDocuments(source, documents, settings, watched);
  const whole = performance.now() - start;
  const ofRules = rules.reduce((sum, { id }) => sum + (costs.get(id) ?? 0), 0);
  costs.set('reporting', whole - ofRules);
  return costs;
}
