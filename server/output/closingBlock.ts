import type { Document } from '../document/document.ts';
import { isSignaturePlaceholder } from '../document/signature.ts';
import type { Line } from '../source/source.ts';
import { paragraph, type ClosingBlock, type ParagraphBlock } from './block.ts';
import { markedItems } from './headBlocks.ts';
import { withLineBreaks } from './partLines.ts';

/** Recipients beside the signature (PL I, II.7, II.9b and III.3); undefined when the document has neither. */
export function closingBlock(document: Document): ClosingBlock | undefined {
  const { recipients, signature } = document;
  if (!recipients && !signature) return undefined;
  const titles = [
    ...(signature?.authorities ?? []),
    ...(signature?.title ? [signature.title] : []),
  ];
  return {
    kind: 'closing',
    recipients: recipientLines(document),
    signature: titles.map((part) =>
      paragraph('signerTitle', withLineBreaks(document, part), part.span),
    ),
    name: nameParagraph(document),
  };
}

function nameParagraph(document: Document): ParagraphBlock | undefined {
  const part = document.signature?.name ?? nameToCome(document);
  return part && paragraph('signerName', part.text, part.span);
}

/** How many lines below the signer's title a name may stand, blank ones left out. */
const nameReach = 3;

/** The line that keeps the place of a name: `Họ và tên` in a draft; undefined where the name is there. */
export function nameToCome({ signature, lines }: Document): Line | undefined {
  if (!signature || signature.name) return undefined;
  return lines
    .filter(({ span, text }) => span.start >= signature.span.end && /\p{L}/u.test(text))
    .slice(0, nameReach)
    .find(({ text }) => isSignaturePlaceholder(text));
}

function recipientLines(document: Document): readonly ParagraphBlock[] {
  const { recipients, drafterCode } = document;
  if (!recipients) return [];
  const { label } = recipients;
  const items = markedItems('recipient', recipients.items);
  const lines = [paragraph('recipientsLabel', label?.text ?? 'Nơi nhận:', label?.span), ...items];
  const last = lines.at(-1);
  if (!drafterCode) return lines;
  const gap = last?.span && gapOnOneLine(document, last.span.end, drafterCode.span.start);
  if (last?.span === undefined || gap === undefined) {
    return [...lines, paragraph('drafterCode', drafterCode.text, drafterCode.span)];
  }
  const code = { text: gap + drafterCode.text, bold: false, italic: false };
  const span = { start: last.span.start, end: drafterCode.span.end };
  return [...lines.slice(0, -1), { ...last, runs: [...last.runs, code], span }];
}

/** The blank between two places of one line, if there is one; undefined when they stand on two lines. */
function gapOnOneLine({ lines }: Document, from: number, to: number): string | undefined {
  const line = lines.find(({ span }) => span.start < from && to < span.end);
  if (!line || to < from) return undefined;
  for (let at = 0; at < line.text.length; at += 1) {
    if (line.spanOf(at, at + 1).start >= from) return /\s/u.test(line.text.charAt(at)) ? ' ' : '';
  }
  return undefined;
}
