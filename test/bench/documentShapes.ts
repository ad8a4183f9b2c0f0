import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../server/rules/samples.ts';
import { filled, repeated, shapes, type Shape } from './shapes.ts';

const inBody =
  (shape: Shape): Shape =>
  (length) =>
    planSample({ body: shape(length) });

/** What fills the body of a plan: what drafters write, then attacks on the grammars and the rules. */
const bodies: Readonly<Record<string, Shape>> = {
  'citations in a line': repeated('theo Quyết định số 12/QĐ-UBND ngày 05/3/2020 của UBND tỉnh, '),
  'different citations': filled((index) => `Nghị định số ${index + 1}/2020/NĐ-CP, `),
  'citations, each a paragraph': filled(
    (index) => `Căn cứ Quyết định số ${index + 1}/QĐ-UBND ngày 05 tháng 3 năm 2020;\n\n`,
  ),
  'ended laws': repeated(
    '*Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;*\n\n',
  ),
  'ended laws in a line': repeated(
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; ',
  ),
  'ended decrees in a list': repeated('- Nghị định số 110/2004/NĐ-CP của Chính phủ;\n'),
  'open citations': repeated('Nghị định số '),
  'open numbers': repeated('số '),
  'open laws': repeated('Luật '),
  'open amending laws': repeated('Luật sửa đổi, bổ sung một số điều của '),
  'open subjects': repeated('Quyết định số 15/QĐ-UBND về ('),
  'open issuers': repeated('Quyết định số 15/QĐ-UBND của Ban '),
  'slashes and hyphens': repeated('/-'),
  points: repeated('điểm a, b, '),
  'articles and clauses': repeated('điểm a khoản 1 Điều 5, '),
  'dates in a line': repeated('ngày 05/3/2026, '),
  'different dates': filled((index) => `từ ngày ${(index % 28) + 1}/3/${2020 + (index % 9)} `),
  'days of weeks': repeated('Thứ Hai ngày 02/3/2026; '),
  periods: repeated('từ ngày 01/3/2026 đến ngày 31/3/2026; '),
  'open dates': repeated('ngày '),
  'dates without a day': repeated('ngày …/'),
  'open months': repeated('từ ngày 01/'),
  'open periods': repeated('từ 1 đến '),
  'open weekdays': repeated('thứ '),
  hours: repeated('7 giờ '),
  years: repeated('năm 2026 '),
  'open years': repeated('năm '),
  sections: filled((index) => `**${index + 1}. Nội dung ${index}**\n\nNội dung.\n\n`),
  'sections of one number': repeated('**1. Nội dung**\n\n'),
  'roman sections': repeated('**I. MỤC ĐÍCH**\n\nNội dung.\n\n**II. NỘI DUNG**\n\nNội dung.\n\n'),
  'nested sections': filled((index) => `${'#'.repeat((index % 6) + 1)} ${index + 1}. Nội dung\n\n`),
  'lettered items': filled((index) => `${'abcdđeghik'[index % 10] ?? 'a'}) Nội dung;\n\n`),
  articles: filled((index) => `**Điều ${index + 1}.** Nội dung.\n\n`),
  dashes: repeated('- Nội dung - việc làm - kết quả;\n'),
  abbreviations: filled((index) => `Ban Chỉ đạo ${index} (sau đây gọi tắt là BCĐ${index}) `),
  'capital words': repeated('ỦY BAN NHÂN DÂN '),
  'capital lines': repeated('ỦY BAN NHÂN DÂN XÃ HÒA BÌNH\n\n'),
  'names of two tone places': repeated('Hòa Bình, Thuý Hoà, '),
  names: repeated('đồng chí Trần Văn Bình, Sở Nội vụ, '),
  'different names': filled(
    (index) => `Sở Nội vụ tỉnh Phú Thọ số ${index}, ông Trần Văn ${index} `,
  ),
  'open quotation marks': repeated('“a '),
  'quoted mistakes': repeated('“Khoản 1 điều 3 ngày 5/3/2020 ,của của Sở nội vụ 2021 – 2025” '),
  'quotations in quotations': (length) =>
    `${repeated('“điều 3 ')(length / 2)}${repeated('”a ')(length / 2)}`,
  'open brackets': repeated('(a '),
  'closed brackets': repeated('a) '),
  spaces: repeated(' '),
  'spaces after letters': repeated('a      '),
  'no spaces': repeated('a'),
  digits: repeated('1'),
  'digits and points': repeated('1.'),
  'digits and slashes': repeated('1/'),
  'numbers of documents without end': repeated('1/2/QĐ-'),
  hyphens: repeated('-'),
  'letters and hyphens': repeated('A-'),
  'combining marks': repeated('a\u0301'),
  'decomposed words': repeated('Ủy ban nhân dân '.normalize('NFD')),
  commas: repeated('a,'),
  semicolons: repeated('a;\n'),
  'end marks': repeated('./. '),
  'tables in HTML': (length) =>
    `<table>${repeated('<tr><td>1</td><td>Nội dung</td></tr>\n')(length)}</table>\n`,
  ...Object.fromEntries(
    ['<a "', '<td', '<td>', '<table>', '&#', '<script>'].map((piece) => [
      `tables in HTML with many ${piece}`,
      (length: number) => `<table><tr><td>${repeated(piece)(length)}\n`,
    ]),
  ),
  tables: repeated('| 1 | Nội dung | 02/3/2026 | Phòng Nội vụ |\n'),
  suppressions: repeated('<!-- vanban-disable-next-line -->\n\nNội dung.\n\n'),
  'open suppressions': repeated('<!-- vanban-disable spelling-error -->\n\n'),
  heads: repeated('Số: 15/KH-UBND\n\nHòa Bình, ngày 05 tháng 3 năm 2026\n\n'),
  motto: repeated('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n'),
  signatures: repeated('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Bình\n\n'),
  recipients: repeated('Nơi nhận:\n\n- Như trên;\n- Lưu: VT.\n\n'),
  'appendix titles': repeated('**PHỤ LỤC I**\n\nNội dung.\n\n'),
  subjects: repeated('V/v rà soát\n\n'),
  addressees: repeated('Kính gửi: Sở Nội vụ.\n\n'),
  titles: repeated('**KẾ HOẠCH**\n\n'),
  money: repeated('1.000.000 đồng (một triệu đồng), '),
  percents: repeated('10 % và 5%, '),
  addresses: repeated('https://a.vn/x?y=z, a@b.vn, '),
  'repeated words': repeated('các các '),
};

/** Where else a document grows. */
const parts: Readonly<Record<string, Shape>> = {
  'whole documents in a file': repeated(`${planSample()}\n`),
  'letters in a file': repeated(`${letterSample()}\n`),
  'decisions in a file': repeated(`${decisionSample()}\n`),
  'front matter and documents': (length) =>
    frontMatterPlanSample() + repeated(`\n${planSample()}`)(length),
  'many recipients': (length) =>
    planSample({
      recipients: `**Nơi nhận:**\n\n${filled((index) => `- Ủy ban nhân dân xã ${index};\n`)(length)}- Lưu: VT.`,
    }),
  'many legal bases': (length) =>
    planSample({
      bases: filled(
        (index) => `Căn cứ Nghị định số ${index + 1}/2020/NĐ-CP ngày 05 tháng 3 năm 2020;\n\n`,
      )(length),
    }),
  'many addressees': (length) =>
    letterSample({
      addressee: `Kính gửi:\n\n${filled((index) => `- Ủy ban nhân dân xã ${index};\n`)(length)}`,
    }),
  'a long signature': (length) => planSample({ signature: repeated('CHỦ TỊCH\n')(length) }),
  'a long agency': (length) => planSample({ agency: repeated('ỦY BAN NHÂN DÂN\n')(length) }),
  'a long title': (length) => planSample({ title: repeated('**KẾ HOẠCH tổ chức**\n')(length) }),
  'many annexes': (length) =>
    planSample({ after: filled((index) => `**PHỤ LỤC ${index + 1}**\n\nNội dung.\n\n`)(length) }),
  'annexes of other numbers': (length) =>
    planSample({
      after: filled(
        (index) =>
          `**PHỤ LỤC ${index + 1}**\n\n*(Kèm theo Kế hoạch số ${index + 20}/KH-UBND ngày 05 tháng 3 năm 2026)*\n\n`,
      )(length),
    }),
  'front matter of many recipients': (length) =>
    frontMatterPlanSample().replace(
      /^---\n/u,
      `---\ncơ-sở:\n${filled((index) => `  - Mục ${index}\n`)(length)}`,
    ),
};

/** Whole documents of about a length in characters, by what is long in them. */
export const documentShapes: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    Object.entries({ ...shapes, ...bodies }).map(([name, shape]) => [name, inBody(shape)]),
  ),
  ...parts,
};
