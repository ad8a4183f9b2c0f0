import type { Annex, Document } from '../document/document.ts';
import { overlaps } from '../source/span.ts';
import { paragraph, type Block } from './block.ts';
import { blocksOfLines, bodyBlocks } from './bodyBlocks.ts';
import { closingBlock } from './closingBlock.ts';
import { headBlocks } from './headBlocks.ts';
import { withLineBreaks } from './partLines.ts';

/** The document as blocks of a page, top to bottom; absent components leave their place blank. */
export function blocksOf(document: Document): readonly Block[] {
  const closing = closingBlock(document);
  return [
    ...headBlocks(document),
    ...bodyBlocks(document),
    ...(closing ? [closing] : []),
    ...document.annexes.flatMap((annex) => annexBlocks(document, annex)),
  ];
}

/** An annex on its own pages (PL I, III.1). */
function annexBlocks(document: Document, annex: Annex): readonly Block[] {
  const { heading, title, attachment } = annex;
  const head = [heading, title, attachment].filter((part) => part !== undefined);
  const lines = document.lines.filter(
    (line) =>
      overlaps(line.span, annex.span) && !head.some((part) => overlaps(part.span, line.span)),
  );
  return [
    { kind: 'annexBreak' },
    paragraph('annexHeading', heading.text, heading.span),
    ...(title ? [paragraph('annexTitle', withLineBreaks(document, title), title.span)] : []),
    ...(attachment ? [paragraph('annexAttachment', attachment.text, attachment.span)] : []),
    ...blocksOfLines(document, lines),
  ];
}
