import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import type { Line } from '../../source/source.ts';
import { SpanSet } from '../../source/spanSet.ts';
import type { Fix, Localized } from '../rule.ts';
import { lineIndexAt } from '../structure/sectionWalk.ts';
import { contains, type Span } from '../../source/span.ts';

const token = /[^\s<>()“”"]+/gu;

/** Addresses, e-mails and file names: what stands in them is none of the writer's punctuation. */
const machine = pattern.iu`://|@|^www\.|\.(?:vn|com|org|net|gov|edu|info|docx?|xlsx?|pdf|pptx?|md|zip|jpe?g|png)(?![\p{L}\p{N}])`;

/** The lines of running text, in the body and in annexes: no tables, no code. */
export function proseLines(document: Document): readonly Line[] {
  const known = prose.get(document);
  if (known) return known;
  const { annexes } = document;
  const annexed = document.lines
    .slice(annexes[0] ? lineIndexAt(document, annexes[0].span.start) : document.lines.length)
    .filter(({ span }) => annexes.some((annex) => contains(annex.span, span)));
  const lines = [...document.body, ...annexed].filter(isRunning);
  prose.set(document, lines);
  return lines;
}

/** Whether the line is running text where it stands in the body or an annex. */
export function isRunning({ paragraph }: Line): boolean {
  return paragraph.kind !== 'code' && paragraph.kind !== 'tableRow';
}

const prose = new WeakMap<Document, readonly Line[]>();

/** Whether `at` in the text lies in an address or a file name. */
export function machineParts(text: string): (at: number) => boolean {
  if (!/[.@]/u.test(text)) return () => false;
  const parts = [...text.matchAll(token)].flatMap(({ index, 0: part }) =>
    machine.test(part) ? [{ start: index, end: index + part.length }] : [],
  );
  const set = new SpanSet(parts);
  return (at) => set.overlaps({ start: at, end: at + 1 });
}

/** The safe fix that puts one text in the stead of a place. */
export function replacement(span: Span, newText: string, title: Localized): readonly Fix[] {
  return [{ title, safe: true, edits: [{ span, newText }] }];
}
