import type { Comment, Line, Paragraph, Source } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import type { Citation } from './citations/citation.ts';
import type { DateMention } from './dates/dateMention.ts';
import type { DocumentTypeId } from '../norms/documentTypes.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { LayoutKeyPart } from './layoutKeys.ts';

/** A piece of a document: its visible NFC text and its exact place in the file. */
export interface Part {
  readonly text: string;
  readonly span: Span;
}

/** The number line. In the front matter, `số` alone or `220/KH-UBND`. */
export interface NumberPart extends Part {
  /** The whole line `Số: 220/KH-UBND`; equals `span` in front matter. */
  readonly line: Span;
  /** `220`; undefined while blank. */
  readonly numeral: Part | undefined;
  /** `KH-UBND`, as typed; undefined when the line has no slash. */
  readonly symbol: Part | undefined;
}

/** A date that may still have blanks (`ngày   tháng 9 năm 2021`). */
export interface PartialDate {
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
}

export interface PlaceAndDate extends Part {
  readonly place: Part | undefined;
  readonly date: PartialDate;
  /** `ngày 29 tháng 9 năm 2021`, or the front matter's value. */
  readonly dateSpan: Span;
}

export interface TypePart extends Part {
  readonly id: DocumentTypeId;
}

export interface Subject extends Part {
  /** `V/v` (or `Về việc` of a letter) with its colon, where the subject has such a label. */
  readonly label: Part | undefined;
}

/** One addressee, legal basis or recipient, with its marker and end mark as typed. */
export interface ListItem extends Part {
  /** The text without marker and end mark. */
  readonly content: Part;
  /** `- ` as typed (Markdown list or plain), if there is one. */
  readonly marker: Part | undefined;
  /** `;` `.` `,` `:` or `./.` at the end. */
  readonly endMark: Part | undefined;
}

export interface Addressees extends Part {
  /** `Kính gửi:`; undefined in front matter. */
  readonly label: Part | undefined;
  readonly items: readonly ListItem[];
}

export interface LegalBasis extends ListItem {
  /** The lead: `Căn cứ`, `Thực hiện`, `Xét đề nghị của`, `Theo đề nghị của` … */
  readonly lead: Part;
  readonly citations: readonly Citation[];
}

export interface Recipient extends ListItem {
  readonly role: 'recipient' | 'asAbove' | 'archive';
}

export interface Recipients extends Part {
  readonly label: Part | undefined;
  readonly items: readonly Recipient[];
}

export interface Signature extends Part {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, … in their order; empty when the head signs by title alone. */
  readonly authorities: readonly SignatureAuthority[];
  /** The last title line: `CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `TRƯỞNG PHÒNG`. */
  readonly title: Part | undefined;
  /** The signer's name as typed, with any degree before it; undefined in a draft. */
  readonly name: Part | undefined;
}

export interface SignatureAuthority extends Part {
  readonly kind: 'TM' | 'KT' | 'TL' | 'TUQ' | 'Q';
  /** What follows the mark: `ỦY BAN NHÂN DÂN`. */
  readonly holder: Part;
}

export type NumberingKind =
  | 'part' // Phần I
  | 'chapter' // Chương I
  | 'namedSection' // Mục 1
  | 'subsection' // Tiểu mục 1
  | 'article' // Điều 1.
  | 'capital' // A.
  | 'roman' // I.
  | 'arabic' // 1.
  | 'decimal' // 1.1.
  | 'letter' // a)
  | 'none'; // a heading without a number

export interface Numbering {
  readonly kind: NumberingKind;
  /** 1 for `I`, `1`, `a`; the last figure of `1.2`. */
  readonly value: number;
  /** `I`, `1.2`, `đ` as typed. */
  readonly label: string;
  /** `.`, `)`, `:` or '' after the label. */
  readonly delimiter: string;
  /** The number with its word and delimiter: `Điều 5.`, `II`, `a)`. */
  readonly span: Span;
}

export interface Section {
  readonly numbering: Numbering;
  /** The title without number, marks and end punctuation; for a run-in item, up to the first `:` or `.`. */
  readonly title: Part;
  /** The lines that the heading stands on. */
  readonly heading: Span;
  /** From the heading to before the next section that is no child. */
  readonly span: Span;
  /** 1 for the outermost. */
  readonly level: number;
  /** How the heading is written in Markdown. */
  readonly form: 'heading' | 'bold' | 'plain';
  /** Markdown heading depth, 0 for other forms. */
  readonly depth: number;
  /** Lines of the section itself before its first child, heading excluded. */
  readonly ownLines: readonly Line[];
  /** Whether text follows the title on the heading's own line or paragraph (a run-in item). */
  readonly runIn: boolean;
  readonly children: readonly Section[];
}

export interface Annex extends Part {
  /** `I` of `Phụ lục I`; undefined when it is the only one. */
  readonly label: string | undefined;
  readonly heading: Part;
  readonly title: Part | undefined;
  /** `(Kèm theo …)`. */
  readonly attachment: Part | undefined;
}

export interface ReceivedStamp extends Part {
  readonly number: Part | undefined;
  readonly date: DateMention | undefined;
}

/** The components of a head that both front matter and text can give. */
export type WrittenHead = Pick<Document, 'issuer' | 'number' | 'placeAndDate' | 'type' | 'subject'>;

/**
 * One administrative document of a file: an immutable value with each component's exact range. A component
 * that is absent is `undefined`; any text at all gives a Document.
 */
export interface Document {
  readonly source: Source;
  /** The same object in every edition of the file in which no line of the document was edited. */
  readonly identity: object;
  readonly span: Span;
  /** Whether the head came from YAML or from lines of text. */
  readonly origin: 'frontMatter' | 'text';
  readonly frontMatter: FrontMatter | undefined;
  /** What the text itself says where front matter declares the head: the two may disagree. */
  readonly written: WrittenHead | undefined;
  /** Whether a head, a type or enough of the form was recognised for the norm to apply. */
  readonly recognised: boolean;
  /** Party documents are recognised and not judged by the state's norm. */
  readonly party: boolean;

  readonly nationalTitle: Part | undefined;
  readonly motto: Part | undefined;
  readonly parentAgency: Part | undefined;
  readonly issuer: Part | undefined;
  readonly number: NumberPart | undefined;
  readonly placeAndDate: PlaceAndDate | undefined;
  readonly type: TypePart | undefined;
  readonly subject: Subject | undefined;
  readonly addressees: Addressees | undefined;
  readonly legalBases: readonly LegalBasis[];
  /** The sentence that opens the body: `Ủy ban nhân dân … xây dựng Kế hoạch … như sau:`. */
  readonly opening: Part | undefined;
  readonly sections: readonly Section[];
  readonly endingMark: Part | undefined;
  readonly recipients: Recipients | undefined;
  readonly signature: Signature | undefined;
  readonly draftMark: Part | undefined;
  /** `KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC` (ND 30, PL I, III.2.b). */
  readonly urgencyMark: Part | undefined;
  /** `MẬT`, `TỐI MẬT`, `TUYỆT MẬT` (PL I, III.2.a). */
  readonly secrecyMark: Part | undefined;
  /** `XEM XONG TRẢ LẠI`, `LƯU HÀNH NỘI BỘ` (PL I, III.2.c). */
  readonly circulation: Part | undefined;
  /** `PL.(300)`: who drafted, and how many copies go out (PL I, III.3). */
  readonly drafterCode: Part | undefined;
  /** Address, telephone, mail at the foot of the first page (PL I, III.4). */
  readonly contactLine: Part | undefined;
  /** What the front matter chooses of the page's layout. */
  readonly layoutKeys: readonly LayoutKeyPart[];
  readonly receivedStamp: ReceivedStamp | undefined;
  readonly annexes: readonly Annex[];

  /** Everything visible in the document's span, head and annexes too. */
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  /** Where `lines` and `body` stand among the file's lines, for who does not need them. */
  readonly lineRange: LineRange;
  readonly bodyRange: LineRange;
  /** From the first legal basis or body line to the ending mark: what lies between head and recipients. */
  readonly body: readonly Line[];
  /** In the order of the text; annexes and legal bases included, the document's own number not. */
  readonly citations: readonly Citation[];
  readonly dates: readonly DateMention[];
  /** Where its own number and date stand, which are no mentions. */
  readonly ownPlaces: readonly Span[];
  readonly comments: readonly Comment[];
}

/** Indexes of the file's lines, from `from` to before `to`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Documents that belong together: those of one file now. */
export interface Dossier {
  readonly documents: readonly Document[];
}
