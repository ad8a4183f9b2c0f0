import type { Edit } from '../source/span.ts';
import type { Rule } from '../rules/rule.ts';
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
  /** Whether no safe fix is left to apply. */
  readonly settled: boolean;
}

/** Fixes that overlap wait for the next pass; more passes than this mean two rules that undo each other. */
const maxPasses = 40;

/** The text after every safe fix, in as many passes as overlapping fixes need. */
export function fixAll(
  text: string,
  settings: LintSettings = {},
  rules?: readonly Rule[],
): FixedText {
  const pieces = new PieceText(text);
  let afterFirst: FixedText = { text, edits: [], fixes: 0, settled: true };
  let fixes = 0;
  let present = text;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const groups = apart(safeEdits(lint(present, settings, rules).diagnostics));
    if (groups.length === 0) return { text: present, edits: pieces.edits(), fixes, settled: true };
    pieces.apply(groups.flat());
    fixes += groups.length;
    present = pieces.text;
    if (pass === 0) afterFirst = { text: present, edits: pieces.edits(), fixes, settled: false };
  }
  // Rules that undo each other would go on for ever: what each asked for once is the most that is sound.
  return afterFirst;
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
