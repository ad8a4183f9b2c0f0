import type { NumberingKind } from '../../document/document.ts';
import type { StyleName } from '../layout.ts';

/** A named paragraph style of the Word file, for one component of the document. */
export interface WordStyle {
  /** What the file calls it: never changes, for agencies' templates and the import go by it. */
  readonly id: string;
  /** What Word shows; without `,` and `;`, which part a style's aliases. */
  readonly name: string;
  readonly component: StyleName;
  /** The kind of heading whose paragraphs alone have it; undefined: every other paragraph of the component. */
  readonly section?: NumberingKind;
}

/** The style of each component. */
const componentStyles: Readonly<Record<StyleName, readonly [id: string, name: string]>> = {
  nationalTitle: ['NationalTitle', 'Quốc hiệu'],
  motto: ['Motto', 'Tiêu ngữ'],
  parentAgency: ['ParentAgency', 'Cơ quan chủ quản'],
  issuer: ['Issuer', 'Cơ quan ban hành'],
  number: ['DocumentNumber', 'Số và ký hiệu'],
  placeAndDate: ['PlaceAndDate', 'Địa danh và thời gian'],
  letterSubject: ['LetterSubject', 'Trích yếu công văn'],
  mark: ['Mark', 'Dấu chỉ'],
  urgencyMark: ['UrgencyMark', 'Dấu chỉ mức độ khẩn'],
  documentType: ['DocumentType', 'Tên loại văn bản'],
  subject: ['DocumentSubject', 'Trích yếu'],
  decidingAuthority: ['DecidingAuthority', 'Thẩm quyền ban hành'],
  addressee: ['Addressee', 'Nơi kính gửi'],
  onlyAddressee: ['OnlyAddressee', 'Kính gửi'],
  legalBasis: ['LegalBasis', 'Căn cứ'],
  body: ['BodyParagraph', 'Nội dung'],
  resolvingWord: ['ResolvingWord', 'Lời ban hành'],
  partNumber: ['PartNumber', 'Số phần chương mục'],
  partTitle: ['PartTitle', 'Tên phần chương mục'],
  heading: ['HeadingParagraph', 'Đề mục'],
  cell: ['TableCell', 'Ô bảng'],
  headerCell: ['TableHeaderCell', 'Đầu cột bảng'],
  recipientsLabel: ['RecipientsLabel', 'Nơi nhận'],
  recipient: ['Recipient', 'Danh sách nơi nhận'],
  drafterCode: ['DrafterCode', 'Ký hiệu người soạn thảo'],
  signerTitle: ['SignerTitle', 'Chức vụ người ký'],
  signerName: ['SignerName', 'Họ tên người ký'],
  annexHeading: ['AnnexHeading', 'Phụ lục'],
  annexTitle: ['AnnexTitle', 'Tên phụ lục'],
  annexAttachment: ['AnnexAttachment', 'Dòng kèm theo'],
  missingPicture: ['MissingPicture', 'Chỗ thiếu ảnh'],
  contactLine: ['ContactLine', 'Địa chỉ liên hệ'],
};

/** The styles of one kind of heading, each based on its component's. */
const sectionStyles: readonly Required<WordStyle>[] = [
  { id: 'Part', name: 'Phần', component: 'partNumber', section: 'part' },
  { id: 'Chapter', name: 'Chương', component: 'partNumber', section: 'chapter' },
  { id: 'NamedSection', name: 'Mục', component: 'partNumber', section: 'namedSection' },
  { id: 'Subsection', name: 'Tiểu mục', component: 'partNumber', section: 'subsection' },
  { id: 'ArticleTitle', name: 'Điều có tên', component: 'heading', section: 'article' },
  { id: 'HeadingCapital', name: 'Đề mục A', component: 'heading', section: 'capital' },
  { id: 'HeadingRoman', name: 'Đề mục I', component: 'heading', section: 'roman' },
  { id: 'HeadingArabic', name: 'Đề mục 1', component: 'heading', section: 'arabic' },
  { id: 'HeadingDecimal', name: 'Đề mục 1.1', component: 'heading', section: 'decimal' },
  { id: 'HeadingLetter', name: 'Đề mục a)', component: 'heading', section: 'letter' },
  { id: 'Article', name: 'Điều', component: 'body', section: 'article' },
  { id: 'Clause', name: 'Khoản', component: 'body', section: 'arabic' },
  { id: 'DecimalClause', name: 'Khoản 1.1', component: 'body', section: 'decimal' },
  { id: 'Point', name: 'Điểm', component: 'body', section: 'letter' },
];

/** `Kính gửi:` on a line of its own, above two addressees or more. */
export const addresseesLabel: WordStyle = {
  id: 'AddresseesLabel',
  name: 'Kính gửi nhiều nơi',
  component: 'addressee',
};

/** Every component's style, those of one kind of heading after the one that they are based on. */
export const wordStyles: readonly WordStyle[] = [
  ...(Object.entries(componentStyles) as [StyleName, readonly [string, string]][]).flatMap(
    ([component, [id, name]]) => [
      { id, name, component },
      ...sectionStyles.filter((style) => style.component === component),
    ],
  ),
  addresseesLabel,
];

/** Styles of paragraphs that hold no component's text: the import passes over them. */
export const helperStyles = {
  mottoRule: { id: 'MottoRule', name: 'Kẻ dưới tiêu ngữ' },
  issuerRule: { id: 'IssuerRule', name: 'Kẻ dưới cơ quan ban hành' },
  subjectRule: { id: 'SubjectRule', name: 'Kẻ dưới trích yếu' },
  pageNumber: { id: 'PageNumberLine', name: 'Số trang' },
  spacer: { id: 'Spacer', name: 'Dòng ngăn' },
  picture: { id: 'Picture', name: 'Hình' },
} as const;

const byId: ReadonlyMap<string, WordStyle> = new Map(wordStyles.map((style) => [style.id, style]));

/** The style with that id in a Word file of ours; undefined for any other id. */
export function wordStyleOfId(id: string): WordStyle | undefined {
  return byId.get(id);
}

/** The style of a component's paragraph, of the kind of heading that it begins, if any. */
export function wordStyleOf(component: StyleName, section?: NumberingKind): WordStyle {
  const [id, name] = componentStyles[component];
  return (
    sectionStyles.find((style) => style.component === component && style.section === section) ?? {
      id,
      name,
      component,
    }
  );
}
