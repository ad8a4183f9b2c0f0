import { AlignmentType, FootnoteReferenceRun, Paragraph, TextRun, type ParagraphChild } from 'docx';
import type { Run } from '../block.ts';
import { printable } from '../typstText.ts';
import { twips } from './wordLength.ts';

/** A paragraph on its way into the file; what differs from its style stands beside it, in points. */
export interface ParagraphItem {
  readonly kind: 'paragraph';
  readonly style: string;
  /** The space that the style gives above and below. */
  readonly spaces: { readonly before: number; readonly after: number };
  /** The space wanted between it and what stands above it. */
  readonly above: number;
  readonly runs: readonly Run[];
  readonly children?: readonly ParagraphChild[];
  readonly align?: 'left' | 'center' | 'right';
  readonly sides?: { readonly left: number; readonly right: number };
  readonly outlineLevel?: number;
  readonly whole?: true;
}

/** The notes of one file, numbered from 1 in the order that they are met. */
export class WordNotes {
  readonly #texts: string[] = [];

  add(text: string): FootnoteReferenceRun {
    this.#texts.push(text);
    return new FootnoteReferenceRun(this.#texts.length);
  }

  get footnotes(): Readonly<Record<string, { readonly children: readonly Paragraph[] }>> {
    return Object.fromEntries(
      this.#texts.map((text, index) => [
        String(index + 1),
        {
          children: ` ${text}`
            .split('\n')
            .map(
              (line) =>
                new Paragraph({ style: 'FootnoteText', children: textRuns(line, false, false) }),
            ),
        },
      ]),
    );
  }
}

/** The paragraph with the space above and below that its neighbours leave to it; undefined: the style's. */
export function wordParagraph(
  item: ParagraphItem,
  notes: WordNotes,
  before: number | undefined,
  after: number | undefined,
): Paragraph {
  return new Paragraph({
    style: item.style,
    ...(item.whole ? { keepNext: true, keepLines: true } : {}),
    ...(item.align ? { alignment: AlignmentType[alignments[item.align]] } : {}),
    ...(item.sides
      ? { indent: { left: twips(item.sides.left), right: twips(item.sides.right) } }
      : {}),
    ...(item.outlineLevel === undefined ? {} : { outlineLevel: item.outlineLevel }),
    ...(before !== undefined || after !== undefined
      ? {
          spacing: {
            ...(before === undefined ? {} : { before: twips(before) }),
            ...(after === undefined ? {} : { after: twips(after) }),
          },
        }
      : {}),
    children: item.children ?? item.runs.flatMap((run) => runsOf(run, notes)),
  });
}

const alignments = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

function runsOf(run: Run, notes: WordNotes): readonly ParagraphChild[] {
  const texts = textRuns(run.text, run.bold, run.italic);
  return run.note === undefined ? texts : [...texts, notes.add(run.note)];
}

/** A `\n` of the text breaks the line. */
function textRuns(text: string, bold: boolean, italic: boolean): readonly TextRun[] {
  return printable(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(bold ? { bold: true } : {}),
          ...(italic ? { italics: true } : {}),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    );
}
