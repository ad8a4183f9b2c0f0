import type { Document } from '../document/document.ts';
import { documentType } from '../norms/documentTypes.ts';
import type { LayoutChoices } from '../norms/layoutRanges.ts';
import { blocksOf } from './blocks.ts';
import { layoutOf, type Layout } from './layout.ts';
import { choicesOf, profileOf } from './layoutProfile.ts';
import { withPictures, type PictureReader, type WithPictures } from './pictures.ts';

/** A document ready for every writer of pages: its blocks with their pictures, and the numbers to set them by. */
export interface LaidOut extends WithPictures {
  readonly layout: Layout;
}

/** The document laid out by an office's choices and its own. Never rejects but where `readPicture` does. */
export async function layOut(
  document: Document,
  choices: LayoutChoices,
  readPicture: PictureReader,
): Promise<LaidOut> {
  const layout = layoutOf(profileOf(choicesOf(document, choices)));
  return { ...(await withPictures(blocksOf(document, layout), readPicture)), layout };
}

/** The type and number, or what there is of them. */
export function titleOf({ type, number, subject }: Document): string {
  const name = type && documentType(type.id).name;
  const value = number?.numeral ? number.text : undefined;
  const words = [name, value].filter((word) => word !== undefined);
  if (words.length > 0) return words.join(' ');
  return subject?.text ?? 'Văn bản';
}
