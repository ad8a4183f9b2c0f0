/** What a column of a register can hold. */
export const registerFields = [
  'number',
  'type',
  'date',
  'issuer',
  'subject',
  'inForceFrom',
  'endedOn',
  'endedHow',
  'endedBy',
  'status',
  'certainty',
] as const;

export type RegisterField = (typeof registerFields)[number];

/** Header → field, for headers that are not recognised by themselves. */
export type ColumnMapping = Readonly<Record<string, RegisterField>>;

/** Where each field stands in a record, from 0. */
export type Columns = ReadonlyMap<RegisterField, number>;

const names: Readonly<Record<RegisterField, readonly string[]>> = {
  number: [
    'number',
    'số',
    'số, ký hiệu',
    'số ký hiệu',
    'số kí hiệu',
    'số/ký hiệu',
    'số và ký hiệu',
    'số, ký hiệu văn bản',
    'số ký hiệu văn bản',
    'số hiệu',
    'số hiệu văn bản',
    'số văn bản',
    'số vb',
    'skh',
  ],
  type: ['type', 'loại', 'loại văn bản', 'tên loại', 'tên loại văn bản', 'thể loại', 'loại vb'],
  date: [
    'date',
    'ngày',
    'ngày ban hành',
    'ngày văn bản',
    'ngày, tháng',
    'ngày tháng',
    'ngày tháng năm',
    'ngày, tháng, năm',
    'ngày tháng văn bản',
    'ngày tháng năm văn bản',
    'ngày tháng năm ban hành',
    'ngày ký',
    'ngày bh',
    'ngày vb',
    'thời gian ban hành',
  ],
  issuer: [
    'issuer',
    'cơ quan',
    'cơ quan ban hành',
    'cơ quan, tổ chức ban hành',
    'cơ quan tổ chức ban hành',
    'đơn vị ban hành',
    'nơi ban hành',
    'tác giả',
    'tác giả văn bản',
    'cơ quan bh',
  ],
  subject: [
    'subject',
    'title',
    'trích yếu',
    'trích yếu nội dung',
    'nội dung trích yếu',
    'tên loại và trích yếu',
    'tên loại và trích yếu nội dung',
    'tên loại và trích yếu nội dung văn bản',
    'trích yếu nội dung văn bản',
    'nội dung',
    'tên văn bản',
    'về việc',
    'v/v',
  ],
  inForceFrom: [
    'inForceFrom',
    'in force from',
    'ngày có hiệu lực',
    'hiệu lực từ',
    'có hiệu lực từ',
    'ngày hiệu lực',
  ],
  endedOn: ['endedOn', 'ended on', 'ngày hết hiệu lực', 'hết hiệu lực từ', 'ngày hết hạn'],
  endedHow: ['endedHow', 'ended how', 'lý do hết hiệu lực'],
  endedBy: ['endedBy', 'ended by', 'văn bản thay thế', 'thay thế bởi', 'được thay thế bởi'],
  status: [
    'status',
    'hiệu lực',
    'tình trạng hiệu lực',
    'trạng thái hiệu lực',
    'tình trạng',
    'trạng thái',
  ],
  certainty: ['certainty', 'độ tin cậy', 'mức chắc chắn'],
};

const byName: ReadonlyMap<string, RegisterField> = new Map(
  registerFields.flatMap((field) => names[field].map((name) => [folded(name), field] as const)),
);

/** A header without what exports vary: marks, case, spaces, underscores (`so_ky_hieu`, `Số, ký hiệu`). */
function folded(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The field that a header names; the mapping goes before what is recognised. */
export function fieldOfHeader(
  header: string,
  mapping: ColumnMapping = {},
): RegisterField | undefined {
  const mapped = Object.entries(mapping).find(([name]) => folded(name) === folded(header));
  return mapped?.[1] ?? byName.get(folded(header));
}

/** Where the fields stand in the header's record; of two columns for one field the first counts. */
export function columnsOf(headers: readonly string[], mapping: ColumnMapping = {}): Columns {
  const columns = new Map<RegisterField, number>();
  headers.forEach((header, index) => {
    const field = fieldOfHeader(header, mapping);
    if (field && !columns.has(field)) columns.set(field, index);
  });
  return columns;
}
