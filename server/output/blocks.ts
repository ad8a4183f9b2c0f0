import type { Annex, Document, Part } from '../document/document.ts';
import { readSections } from '../document/sections.ts';
import type { Line } from '../source/source.ts';
import { overlaps, type Span } from '../source/span.ts';
import { paragraph, type Block, type ContactLineBlock } from './block.ts';
import { blocksOfLines, bodyBlocks } from './bodyBlocks.ts';
import { closingBlock, nameToCome } from './closingBlock.ts';
import { even, headBlocks } from './headBlocks.ts';
import { insertionsIn, withInsertions } from './insertions.ts';
import { textWidthMm, type Layout, type Orientation } from './layout.ts';
import { withLineBreaks } from './partLines.ts';

/** The document as blocks of a page, top to bottom; absent components leave their place blank. */
export function blocksOf(document: Document, layout: Layout): readonly Block[] {
  const closing = closingBlock(document);
  const annexes = realAnnexes(document);
  const ends = [...annexes.map((annex) => annex.heading.span.start), document.span.end];
  const main = [
    ...headBlocks(document, layout),
    ...bodyBlocks(document),
    ...(closing ? [closing] : []),
    ...blocksOfLines(document, unplacedLines(document, annexes), []),
    ...contactLine(document, layout),
  ];
  const blocks = [
    ...withInserted(document, main, { start: document.span.start, end: ends[0] ?? 0 }),
  ];
  annexes.forEach((annex, index) => {
    const orientation = turnAtEnd(blocks);
    blocks.push({ kind: 'annexBreak', orientation });
    const region = { start: annex.heading.span.start, end: ends[index + 1] ?? annex.span.end };
    blocks.push(...withInserted(document, annexBlocks(document, layout, annex), region));
  });
  turnAtEnd(blocks);
  return blocks;
}

function withInserted(
  document: Document,
  blocks: readonly Block[],
  region: Span,
): readonly Block[] {
  return withInsertions(blocks, insertionsIn(document, region));
}

/** The turn of the paper that the blocks end with, taken off them: it is for what follows. */
function turnAtEnd(blocks: Block[]): Orientation {
  const last = blocks.at(-1);
  if (last?.kind !== 'orientationBreak') return 'portrait';
  blocks.pop();
  return last.orientation;
}

/** The most lines that the foot of a page has room for below the text. */
const mostContactLines = 3;

function contactLine(document: Document, layout: Layout): readonly ContactLineBlock[] {
  const { contactLine: part } = document;
  if (!part) return [];
  const lines = withLineBreaks(document, part);
  const text = lines.split('\n').length > mostContactLines ? part.text : lines;
  // a telephone number stays whole: lines end at the commas between the ways to reach the agency
  const kept = text.replace(/(?<![,;\s]) (?!\s)/gu, '\u00A0');
  const lined = even(layout, 'contactLine', kept, textWidthMm(layout)).replaceAll('\u00A0', ' ');
  return [{ kind: 'contactLine', line: paragraph('contactLine', lined, part.span) }];
}

/** Annexes but for footnotes, which a converter writes after the signature too. */
function realAnnexes({ annexes }: Document): readonly Annex[] {
  return annexes.filter((annex) => !annex.heading.text.startsWith('[^'));
}

/** Lines after the body that are no component: the page must not hide them. */
function unplacedLines(document: Document, annexes: readonly Annex[]): readonly Line[] {
  const { body, recipients, signature } = document;
  const from = body.at(-1)?.span.end;
  if (from === undefined) return [];
  const placed: readonly (Span | undefined)[] = [
    recipients?.label?.span,
    ...(recipients?.items ?? []).map((item) => item.span),
    ...(signature?.authorities ?? []).map((authority) => authority.span),
    signature?.title?.span,
    signature?.name?.span,
    nameToCome(document)?.span,
    ...annexes.map((annex) => annex.span),
    document.drafterCode?.span,
    document.contactLine?.span,
    document.draftMark?.span,
    document.receivedStamp?.span,
    document.placeAndDate?.span,
  ];
  return document.lines.filter(
    (line) =>
      line.span.start >= from &&
      /[\p{L}\p{N}]/u.test(line.text) &&
      !placed.some((span) => span && overlaps(span, line.span)),
  );
}

/** An annex on its own pages (PL I, III.1). */
function annexBlocks(document: Document, layout: Layout, annex: Annex): readonly Block[] {
  const { heading, title, attachment } = annex;
  const head = [heading, title, attachment].filter((part) => part !== undefined);
  const text = (name: 'annexTitle' | 'annexAttachment', part: Part): string =>
    even(layout, name, withLineBreaks(document, part), textWidthMm(layout));
  const lines = document.lines.filter(
    (line) =>
      overlaps(line.span, annex.span) && !head.some((part) => overlaps(part.span, line.span)),
  );
  return [
    paragraph('annexHeading', heading.text, heading.span),
    ...(title ? [paragraph('annexTitle', text('annexTitle', title), title.span)] : []),
    ...(attachment
      ? [paragraph('annexAttachment', text('annexAttachment', attachment), attachment.span)]
      : []),
    ...blocksOfLines(document, lines, readSections(lines)),
  ];
}
