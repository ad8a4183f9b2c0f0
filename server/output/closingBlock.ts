import type { Document } from '../document/document.ts';
import { paragraph, type ClosingBlock } from './block.ts';
import { markedItems } from './headBlocks.ts';
import { withLineBreaks } from './partLines.ts';

/** Recipients beside the signature (PL I, II.7, II.9b and III.3); undefined when the document has neither. */
export function closingBlock(document: Document): ClosingBlock | undefined {
  const { recipients, signature, drafterCode } = document;
  if (!recipients && !signature) return undefined;
  const titles = [
    ...(signature?.authorities ?? []),
    ...(signature?.title ? [signature.title] : []),
  ];
  return {
    kind: 'closing',
    recipients: recipients
      ? [
          paragraph(
            'recipientsLabel',
            recipients.label?.text ?? 'Nơi nhận:',
            recipients.label?.span,
          ),
          ...markedItems('recipient', recipients.items),
          ...(drafterCode ? [paragraph('drafterCode', drafterCode.text, drafterCode.span)] : []),
        ]
      : [],
    signature: titles.map((part) =>
      paragraph('signerTitle', withLineBreaks(document, part), part.span),
    ),
    name: signature?.name && paragraph('signerName', signature.name.text, signature.name.span),
  };
}
