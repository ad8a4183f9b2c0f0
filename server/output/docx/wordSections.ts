import {
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx';
import type { ParagraphBlock } from '../block.ts';
import {
  linePitch,
  numberFromTopMm,
  paperMm,
  pointsOfMm,
  textWidthMm,
  type Layout,
  type Orientation,
} from '../layout.ts';
import { textWidth } from '../textWidth.ts';
import { wordFlow } from './wordFlow.ts';
import { paragraphItems } from './wordItems.ts';
import { twips, twipsOfMm } from './wordLength.ts';
import type { WordNotes } from './wordParagraph.ts';
import { helperStyles } from './wordStyles.ts';

/** Pages of one numbering and orientation. */
export interface WordSection {
  readonly orientation: Orientation;
  /** Whether its pages are numbered from 1, the first one without its number. */
  readonly restarts: boolean;
  readonly children: readonly (Paragraph | Table)[];
}

/** Between the text and the rule above the contact line, as on the preview's pages. */
const contactDescentMm = 2;

/** The section with its page, its page number and, on a document's first page, the contact line. */
export function wordSection(
  layout: Layout,
  { orientation, restarts, children }: WordSection,
  contact: ParagraphBlock | undefined,
  notes: WordNotes,
): ISectionOptions {
  const { margins } = layout.profile;
  const { foot, fromBottom } = contactFoot(layout, contact, notes);
  return {
    children,
    headers: {
      default: new Header({ children: [pageNumber()] }),
      first: new Header({ children: [new Paragraph({ style: helperStyles.pageNumber.id })] }),
    },
    footers: {
      default: new Footer({ children: [new Paragraph({ style: helperStyles.spacer.id })] }),
      first: new Footer({ children: foot }),
    },
    properties: {
      titlePage: restarts,
      page: {
        size: {
          width: twipsOfMm(paperMm.width),
          height: twipsOfMm(paperMm.height),
          orientation:
            orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twipsOfMm(margins.top),
          bottom: twipsOfMm(margins.bottom),
          left: twipsOfMm(margins.left),
          right: twipsOfMm(margins.right),
          header: twipsOfMm(numberFromTopMm),
          footer: twips(fromBottom),
          gutter: 0,
        },
        ...(restarts ? { pageNumbers: { start: 1 } } : {}),
      },
    },
  };
}

/** The number of the page in the middle of the top margin (PL I, mục I.7). */
function pageNumber(): Paragraph {
  return new Paragraph({
    style: helperStyles.pageNumber.id,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

/** The first page's foot, and how far its last line stands above the paper's edge, in points. */
function contactFoot(
  layout: Layout,
  contact: ParagraphBlock | undefined,
  notes: WordNotes,
): { readonly foot: readonly (Paragraph | Table)[]; readonly fromBottom: number } {
  const bottom = pointsOfMm(layout.profile.margins.bottom);
  if (!contact) {
    return {
      foot: [new Paragraph({ style: helperStyles.spacer.id })],
      fromBottom: bottom / 2,
    };
  }
  const style = layout.styles[contact.style];
  const width = pointsOfMm(textWidthMm(layout));
  const text = contact.runs.map((run) => run.text).join('');
  const lines = Math.ceil(textWidth(text, style.size, false) / width);
  const height = Math.max(1, lines) * linePitch(layout, style) + ruleAndSpace;
  return {
    foot: wordFlow(layout, paragraphItems(layout, contact, 0, width), notes),
    fromBottom: Math.max(0, bottom - pointsOfMm(contactDescentMm) - height),
  };
}

/** What the rule above the contact line takes, with the room under it. */
const ruleAndSpace = 3;
