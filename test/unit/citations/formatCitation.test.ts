import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatCitation } from '../../../server/document/citations/formatCitation.ts';
import { scanCitations } from '../../../server/document/citations/scanCitations.ts';
import { plainDate } from '../../../server/document/dates/plainDate.ts';
import { citedTypes } from '../../../server/norms/citedTypes.ts';
import { plainText } from '../../support/plainText.ts';

const date = fc
  .record({
    year: fc.integer({ min: 1946, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => plainDate(year, month, day));

const issuer = fc.constantFrom(
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Bộ Giáo dục và Đào tạo',
  'Bộ trưởng Bộ Tư pháp',
  'Ủy ban nhân dân tỉnh Phú Thọ',
  'Chủ tịch Ủy ban nhân dân thành phố Huế',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Hội đồng nhân dân xã Hòa Bình',
  'Ban Thường vụ Tỉnh ủy',
);

const subject = fc.constantFrom(
  'về công tác văn thư',
  'về việc ban hành quy chế làm việc',
  'ban hành Kế hoạch chuyển đổi số năm 2026',
  'quy định chi tiết một số điều',
  'hướng dẫn tổ chức ngày hội',
  'phê duyệt Đề án',
);

const named = citedTypes.filter(
  ({ id, abbreviation }) => abbreviation !== undefined && id !== 'phap-lenh' && id !== 'thong-tri',
);
const group = fc.constantFrom('CP', 'TTg', 'UBND', 'SNV', 'BGDĐT', 'HĐND', 'VPCP', 'BCĐ389');

const numbered = fc
  .record({
    type: fc.constantFrom(...named),
    numeral: fc.integer({ min: 1, max: 99_999 }).map((n) => String(n).padStart(2, '0')),
    year: fc.option(fc.integer({ min: 1997, max: 2099 })),
    groups: fc.array(group, { minLength: 1, maxLength: 2 }),
    date: fc.option(date),
    issuer: fc.option(issuer),
    subject: fc.option(subject),
  })
  .map(({ type, numeral, year, groups, ...rest }) => ({
    type: type.id,
    number: `${numeral}/${year === null ? '' : `${year}/`}${type.abbreviation}-${groups.join('-')}`,
    date: rest.date ?? undefined,
    issuer: rest.issuer ?? undefined,
    // Without date and issuer only “về” opens a subject: “quy định” may be the sentence's own verb.
    subject: rest.date || rest.issuer ? (rest.subject ?? undefined) : undefined,
  }));

describe('formatCitation', () => {
  it('writes a first mention as the norm does', () => {
    assert.equal(
      formatCitation({
        type: 'nghi-dinh',
        number: '30/2020/NĐ-CP',
        date: { year: 2020, month: 3, day: 5 },
        issuer: 'Chính phủ',
        subject: 'về công tác văn thư',
      }),
      'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
    );
  });

  it('writes a law by its name', () => {
    assert.equal(
      formatCitation({ type: 'luat', subject: 'Đất đai', date: { year: 2024, month: 1, day: 18 } }),
      'Luật Đất đai ngày 18 tháng 01 năm 2024',
    );
  });

  it('writes what is read back as the same value', () => {
    fc.assert(
      fc.property(numbered, (value) => {
        const text = formatCitation(value);
        const [citation, ...others] = scanCitations(plainText(`${text};`));
        assert.deepEqual(others, []);
        assert.ok(citation);
        assert.equal(citation.text, text);
        assert.deepEqual(
          {
            type: citation.type?.id,
            number: citation.number?.normal,
            date: citation.date?.value,
            issuer: citation.issuer?.text,
            subject: citation.subject?.text,
          },
          value,
        );
      }),
      { numRuns: 500 },
    );
  });
});
