import type { RawLine } from './lines.ts';
import type { Run, RunText } from './mappedText.ts';
import type { Memory } from './memory.ts';
import type { ParagraphKind } from './source.ts';

/** What a paragraph is wherever it stands: offsets count from where it begins with its marks. */
export interface ParagraphContent {
  readonly kind: ParagraphKind;
  readonly depth: number;
  readonly text: RunText;
  /** How long it is in the file with its marks. */
  readonly length: number;
  readonly lines: readonly RawLine[];
  readonly memory: Memory;
}

/** Whether two contents are one and the same, memories aside. */
export function isSameContent(a: ParagraphContent, b: ParagraphContent): boolean {
  return (
    a.text.text === b.text.text &&
    a.kind === b.kind &&
    a.depth === b.depth &&
    a.length === b.length &&
    isSameList(a.text.runs, b.text.runs, isSameRun) &&
    isSameList(a.lines, b.lines, isSameLine)
  );
}

function isSameRun(a: Run, b: Run): boolean {
  return (
    a.at === b.at &&
    a.length === b.length &&
    a.source === b.source &&
    a.sourceLength === b.sourceLength
  );
}

function isSameLine(a: RawLine, b: RawLine): boolean {
  return (
    a.offset === b.offset &&
    a.text === b.text &&
    a.boldLength === b.boldLength &&
    a.italic === b.italic
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((value, index) => {
      const other = b[index];
      return other !== undefined && isSame(value, other);
    })
  );
}
