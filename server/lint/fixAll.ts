import { rules as catalogue } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Edit } from '../source/span.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lint } from './lint.ts';
import { apart, PieceText } from './pieceText.ts';
import type { LintSettings } from './settings.ts';

export interface FixedText {
  readonly text: string;
  /** From the original to `text`, in order, offsets of the original. */
  readonly edits: readonly Edit[];
  /** How many fixes were applied. */
  readonly fixes: number;
  /** Rules whose fixes never come to rest: none of theirs were applied. */
  readonly unsettled: readonly string[];
}

/** Fixes that overlap wait for the next pass; more passes than this mean fixes that never come to rest. */
const maxPasses = 20;

/** The text after every safe fix, in as many passes as overlapping fixes need. */
export function fixAll(
  text: string,
  settings: LintSettings = {},
  rules: readonly Rule[] = catalogue,
): FixedText {
  const pieces = new PieceText(text);
  const seen = new Set([text]);
  let fixes = 0;
  let present = text;
  let active: ReadonlySet<string> = new Set();
  for (let pass = 0; ; pass += 1) {
    const { diagnostics } = lint(present, settings, rules);
    const groups = apart(safeEdits(diagnostics));
    if (groups.length === 0) {
      return { text: present, edits: pieces.edits(), fixes, unsettled: [] };
    }
    const before = active;
    active = new Set(diagnostics.filter(isSafe).map(({ rule }) => rule));
    pieces.apply(groups.flat());
    fixes += groups.length;
    present = pieces.text;
    if (pass < maxPasses && !seen.has(present)) {
      seen.add(present);
      continue;
    }
    // Two rules that undo each other take turns: both were active in the last two passes.
    const restless = new Set([...before, ...active]);
    const others = rules.filter(({ id }) => !restless.has(id));
    const calm = fixAll(text, settings, others);
    return { ...calm, unsettled: [...restless, ...calm.unsettled].sort() };
  }
}

/** The edits of each diagnostic's first safe fix; the same fix asked for twice counts once. */
export function safeEdits(diagnostics: readonly Diagnostic[]): readonly (readonly Edit[])[] {
  const seen = new Set<string>();
  return diagnostics.flatMap(({ fixes }) => {
    const fix = fixes.find(({ safe }) => safe);
    if (!fix || fix.edits.length === 0) return [];
    const key = JSON.stringify(fix.edits);
    if (seen.has(key)) return [];
    seen.add(key);
    return [fix.edits];
  });
}

function isSafe({ fixes }: Diagnostic): boolean {
  return fixes.some(({ safe }) => safe);
}
