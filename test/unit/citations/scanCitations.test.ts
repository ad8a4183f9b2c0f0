import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Citation } from '../../../server/document/citations/citation.ts';
import { scanCitations } from '../../../server/document/citations/scanCitations.ts';
import { isoDate } from '../../../server/document/dates/plainDate.ts';
import { TextBuilder } from '../../../server/source/mappedText.ts';
import { plainText } from '../../support/plainText.ts';

function scan(text: string): readonly Citation[] {
  return scanCitations(plainText(text));
}

/** The only citation of the text. */
function only(text: string): Citation {
  const [citation, ...others] = scan(text);
  assert.deepEqual(
    others.map((other) => other.text),
    [],
  );
  assert.ok(citation, `no citation in ${text}`);
  return citation;
}

/** What a citation says, in one line of words. */
function said(citation: Citation): Record<string, string | undefined> {
  const { type, number, date, issuer, subject } = citation;
  return Object.fromEntries(
    Object.entries({
      type: type?.id,
      number: number?.normal,
      date: date && (date.value ? isoDate(date.value) : date.text),
      issuer: issuer?.text,
      subject: subject?.text,
    }).filter(([, value]) => value !== undefined),
  );
}

function normals(text: string): readonly (string | undefined)[] {
  return scan(text).map(({ number }) => number?.normal);
}

describe('scanCitations', () => {
  it('reads type, number, date, issuer and subject', () => {
    assert.deepEqual(
      said(
        only(
          'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
        ),
      ),
      {
        type: 'nghi-dinh',
        number: '30/2020/NĐ-CP',
        date: '2020-03-05',
        issuer: 'Chính phủ',
        subject: 'về công tác văn thư',
      },
    );
  });

  it('gives each part its place in the file', () => {
    const text = 'theo Quyết định số 15/QĐ-UBND ngày 24/01/2018 của Ủy ban nhân dân tỉnh.';
    const [citation] = scanCitations(plainText(text, 100));
    assert.ok(citation);
    const at = (span: { start: number; end: number } | undefined): string =>
      span ? text.slice(span.start - 100, span.end - 100) : '';
    assert.equal(
      at(citation.span),
      'Quyết định số 15/QĐ-UBND ngày 24/01/2018 của Ủy ban nhân dân tỉnh',
    );
    assert.equal(at(citation.type?.span), 'Quyết định');
    assert.equal(at(citation.numberWord?.span), 'số');
    assert.equal(at(citation.number?.span), '15/QĐ-UBND');
    assert.equal(at(citation.number?.numeral?.span), '15');
    assert.equal(at(citation.number?.symbol?.span), 'QĐ-UBND');
    assert.equal(at(citation.date?.span), 'ngày 24/01/2018');
    assert.equal(at(citation.issuer?.span), 'Ủy ban nhân dân tỉnh');
  });

  it('finds the place of decomposed letters as typed', () => {
    const typed = 'Quyết định số 15/QĐ-UBND ngày 24/01/2018'.normalize('NFD');
    const builder = new TextBuilder();
    builder.add(typed, 0);
    const [citation] = scanCitations(builder.build());
    assert.deepEqual(citation?.type?.span, { start: 0, end: 'Quyết định'.normalize('NFD').length });
    assert.deepEqual(citation?.span, { start: 0, end: typed.length });
  });

  const numbers: readonly (readonly [typed: string, normal: string])[] = [
    ['công văn số 3764 / BGDĐT – GDTX', '3764/BGDĐT-GDTX'],
    ['Công văn số 3764/BGDĐT-GDTrH TX ngày 31/8/2021', '3764/BGDĐT-GDTrHTX'],
    ['công văn 3764/BGDĐT-GDTEX', '3764/BGDĐT-GDTEX'],
    ['Nghị định số30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['NĐ 30/2020/NÐ-CP', '30/2020/NĐ-CP'],
    ['CV 827/UBND-VX', '827/UBND-VX'],
    ['Công văn khẩn số 827/UBND-VX', '827/UBND-VX'],
    ['Sắc lệnh số 12/SL', '12/SL'],
    ['QĐ số 15/QD-UBND', '15/QĐ-UBND'],
    ['quyết định số 15/qđ-ubnd', '15/QĐ-UBND'],
    ['Kế hoạch số 5/KH-UBND', '05/KH-UBND'],
    ['Hướng dẫn số 36-HD/VPTW', '36-HD/VPTW'],
    ['Nghị quyết số 57/NQ/TW', '57-NQ/TW'],
    ['Nghị quyết 33 - NQ/TW', '33-NQ/TW'],
    ['Công văn 3980/C04-P6', '3980/C04-P6'],
    ['Công văn 03/LĐVVN', '03/LĐVVN'],
    ['Văn bản số 59-CV/BCĐ', '59-CV/BCĐ'],
    ['Tờ trình số 02-TTr/ĐLS', '02-TTr/ĐLS'],
    ['Nghị quyết số 74/2022/QH15', '74/2022/QH15'],
    ['Nghị quyết số 1210/2016/UBTVQH13', '1210/2016/UBTVQH13'],
    ['Thông tư liên tịch số 12/2015/TTLT-BTC-BNV', '12/2015/TTLT-BTC-BNV'],
    ['Văn bản hợp nhất số 08/VBHN-VPQH', '08/VBHN-VPQH'],
    ['Tờ trình số 409/TTr-CAT(PC04)', '409/TTr-CAT(PC04)'],
    ['Hướng dẫn số 37/HD-BCA-C04', '37/HD-BCA-C04'],
    ['Nghị quyết số 15/NQ-HĐND8', '15/NQ-HĐND8'],
    ['Kế hoạch số 12/KH-BCĐ389', '12/KH-BCĐ389'],
    ['Kết luận kiểm tra số 29/KL-KTVB&QLXLVPHC', '29/KL-KTVB&QLXLVPHC'],
    ['Công văn số 12/UBND - VX', '12/UBND-VX'],
    ['Tờ trình số …/STP-HCBT ngày …/5/2025', '/STP-HCBT'],
    ['Quyết định số /QĐ-UBND ngày tháng 12 năm 2025', '/QĐ-UBND'],
    ['thực hiện 15/QĐ-UBND ngày 02/3/2021', '15/QĐ-UBND'],
  ];
  for (const [typed, normal] of numbers) {
    it(`reads the number of “${typed}”`, () => {
      assert.equal(only(typed).number?.normal, normal);
    });
  }

  const none = [
    '24/7',
    '31/8/2021',
    '05/HS',
    '60 km/h',
    '0274.3822.123',
    '1/2 số hộ',
    'khoá học trực tuyến miễn phí/phí thấp',
    'COVID-19',
    'từ 30/4-01/5',
    'lớp 10A1/2',
    'số 12/3 đường Lê Lợi',
    'các lớp học/buổi nói chuyện',
    'http://a.vn/12/KH-AB',
    'Nghị quyết Đại hội Đảng lần thứ XIII',
    'kế hoạch và quyết định của Ủy ban nhân dân tỉnh',
    'kỷ luật lao động',
    'xe ô tô 51/CA-TP',
    'Hội Luật gia tỉnh và Đoàn Luật sư tỉnh',
    'pháp luật về đất đai',
  ];
  for (const text of none) {
    it(`reads no citation in “${text}”`, () => {
      assert.deepEqual(
        scan(text).map((citation) => citation.text),
        [],
      );
    });
  }

  it('shares the type among the members of a list', () => {
    const [first, second] = scan(
      'các Nghị định số 30/2020/NĐ-CP và số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ',
    );
    assert.equal(first?.continued, false);
    assert.equal(second?.continued, true);
    assert.equal(second?.type?.id, 'nghi-dinh');
    assert.deepEqual(second?.type?.span, first?.type?.span);
    assert.equal(second?.date?.text, 'ngày 24 tháng 01 năm 2019');
  });

  it('does not share the type with a number that names another', () => {
    const [, second] = scan('Tờ trình số 12/TTr-SNV; 37/HD-BCA-C04');
    assert.equal(second?.type, undefined);
    assert.equal(second?.continued, false);
  });

  it('keeps the pinpoint that stands before', () => {
    const citation = only('theo điểm a, b khoản 1 Điều 5 của Nghị định số 30/2020/NĐ-CP');
    assert.equal(citation.pinpoint?.text, 'điểm a, b khoản 1 Điều 5');
    assert.equal(citation.text, 'Nghị định số 30/2020/NĐ-CP');
  });

  const laws: readonly (readonly [text: string, name: string])[] = [
    [
      'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      'Tổ chức chính quyền địa phương',
    ],
    ['Luật Thi đua, khen thưởng ngày 15/6/2022', 'Thi đua, khen thưởng'],
    ['Bộ luật Lao động quy định', 'Lao động'],
    ['Luật Giáo dục 2019', 'Giáo dục'],
    ['Luật Luật sư', 'Luật sư'],
    ['theo Luật Đất đai và các văn bản hướng dẫn', 'Đất đai'],
    ['Luật Nào đó mới soạn ngày 01/01/2020', 'Nào đó mới soạn'],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Luật sư ngày 20 tháng 11 năm 2012',
      'sửa đổi, bổ sung một số điều của Luật Luật sư',
    ],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019',
      'sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương',
    ],
  ];
  for (const [text, name] of laws) {
    it(`reads the name of “${text}”`, () => {
      assert.equal(only(text).subject?.text, name);
    });
  }

  it('reads a law with name, number and date', () => {
    const citation = only('Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015');
    assert.equal(citation.number?.normal, '77/2015/QH13');
    assert.equal(citation.number?.style, 'assembly');
    assert.equal(citation.date?.text, 'ngày 19/6/2015');
  });

  it('reads the Constitution', () => {
    const citation = only('Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;');
    assert.equal(citation.type?.id, 'hien-phap');
    assert.equal(citation.date?.text, 'năm 2013');
  });

  const issuers: readonly (readonly [text: string, issuer: string | undefined])[] = [
    ['của Bộ Giáo dục và Đào tạo về việc hướng dẫn', 'Bộ Giáo dục và Đào tạo'],
    ['của Thủ tướng Chính phủ ban hành Đề án', 'Thủ tướng Chính phủ'],
    ['của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ;', 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ'],
    ['của Ủy ban nhân dân (UBND) thành phố về việc', 'Ủy ban nhân dân (UBND) thành phố'],
    ['của Uỷ ban nhân dân tỉnh Bình Dương phê duyệt', 'Uỷ ban nhân dân tỉnh Bình Dương'],
    ['của Sở Giáo dục và Đào tạo Đồng Tháp về việc', 'Sở Giáo dục và Đào tạo Đồng Tháp'],
    ['của UBND tỉnh kế hoạch hành động', 'UBND tỉnh'],
    ['của UBND tỉnh Kết luận của đồng chí', 'UBND tỉnh'],
    ['của Hiệp hội Nước mắm Phan Thiết về việc', 'Hiệp hội Nước mắm Phan Thiết'],
    ['của Liên đoàn Cầu lông tỉnh Bình Thuận đề nghị', 'Liên đoàn Cầu lông tỉnh Bình Thuận'],
    ['của Ban quản lý các khu công nghiệp về việc', 'Ban quản lý các khu công nghiệp'],
    ['của Bộ Nội vụ và Công văn số 16/BTC-VP', 'Bộ Nội vụ'],
    ['của Ủy ban nhân dân Phường 5 về', 'Ủy ban nhân dân Phường 5'],
    ['của đơn vị', undefined],
  ];
  for (const [text, issuer] of issuers) {
    it(`ends the issuer of “${text}” where its name ends`, () => {
      const [citation] = scan(`Quyết định số 15/QĐ-ABC ngày 05/3/2020 ${text}`);
      assert.equal(citation?.issuer?.text, issuer);
    });
  }

  const subjects: readonly (readonly [text: string, subject: string | undefined])[] = [
    ['về công tác văn thư; căn cứ khác', 'về công tác văn thư'],
    ['ban hành Quy chế. Các đơn vị', 'ban hành Quy chế'],
    ['về việc thi hành Luật Đất đai;', 'về việc thi hành'],
    ['về cải cách hành chính, Ủy ban nhân dân tỉnh báo cáo:', 'về cải cách hành chính'],
    ['về cải cách hành chính, đề nghị các sở thực hiện', 'về cải cách hành chính'],
    ['về công tác văn thư hết hiệu lực từ ngày ký', 'về công tác văn thư'],
    ['về cải cách hành chính, để tổ chức thực hiện', 'về cải cách hành chính'],
    ['được ban hành hôm qua', undefined],
  ];
  for (const [text, subject] of subjects) {
    it(`ends the subject of “${text}” with its clause`, () => {
      const [citation] = scan(`Quyết định số 15/QĐ-ABC ngày 05/3/2020 của Chính phủ ${text}`);
      assert.equal(citation?.subject?.text, subject);
    });
  }

  it('keeps every part inside the mention, and mentions apart', () => {
    const pieces = fc.constantFrom(
      ...[
        'Nghị định',
        ' số ',
        '30/2020/NĐ-CP',
        ' ngày 05/3/2020',
        ' của Chính phủ',
        ' về ',
        '; ',
        ' và số ',
      ],
      ...[
        'Luật ',
        'Đất đai',
        ' khoản 1 Điều 5 ',
        '/',
        '-',
        '…',
        '12',
        'QĐ',
        'UBND',
        '\n',
        ' ',
        '(',
        ')',
        '.',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const citation of scan(text)) {
          assert.ok(citation.span.start >= end && citation.span.end <= text.length);
          assert.equal(text.slice(citation.span.start, citation.span.end), citation.text);
          const inside = [citation.number, citation.date, citation.issuer, citation.subject];
          for (const part of inside) {
            if (!part) continue;
            assert.equal(text.slice(part.span.start, part.span.end), part.text);
            assert.ok(part.span.start >= citation.span.start && part.span.end <= citation.span.end);
          }
          end = citation.span.end;
        }
      }),
    );
  });

  it('accepts any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => scan(text.normalize('NFC')).length >= 0),
    );
  });

  it('reads ten thousand citations in a line', () => {
    assert.equal(
      scan('Quyết định số 15/QĐ-UBND ngày 05/3/2020 của Chính phủ về A; '.repeat(10_000)).length,
      10_000,
    );
    assert.equal(normals(`các Nghị định ${'số 30/2020/NĐ-CP, '.repeat(10_000)}`).length, 10_000);
  });
});
