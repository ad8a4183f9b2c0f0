import type { Document, Section } from '../../document/document.ts';
import { fold } from '../../document/letterCase.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { pattern } from '../../source/letters.ts';
import { span } from '../../source/span.ts';
import { rule, type Fix } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const tasks = (recipients: string, units: readonly string[]): string =>
  planSample({ recipients: `**Nơi nhận:**\n\n${recipients}` }).replace(
    'Phòng Văn hóa - Xã hội chủ trì thực hiện, báo cáo kết quả trước ngày 30/4/2026./.',
    [
      ...units.map(
        (unit, index) => `**${index + 1}. ${unit}**\n\nThực hiện các nhiệm vụ được giao.`,
      ),
      'Trên đây là Kế hoạch tổ chức Ngày hội đọc sách; các đơn vị báo cáo kết quả trước ngày 30/4/2026./.',
    ].join('\n\n'),
  );

export default rule({
  id: 'recipients-uncovered',
  severity: 'info',
  fix: 'choice',
  types: ['ke-hoach'],
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.a',
  title: {
    vi: 'Đơn vị được giao việc không có trong Nơi nhận',
    en: 'A unit that was given a task is not among the recipients',
  },
  why: {
    vi: 'Ai phải thực hiện thì phải nhận được văn bản. Đơn vị có nhiệm vụ ở phần tổ chức thực hiện mà thiếu trong Nơi nhận sẽ không được gửi.',
    en: 'Who must act must receive the document. A unit with a task in the implementation section that is not among the recipients will not be sent it.',
  },
  examples: () => [
    {
      bad: tasks('- Văn phòng;\n- Lưu: VT, VP.', ['Văn phòng', '«Công an xã»']),
      fixed: tasks('- Văn phòng;\n- Công an xã;\n- Lưu: VT, VP.', ['Văn phòng', 'Công an xã']),
    },
    { bad: tasks('- Sở Nội vụ;\n- Lưu: VT, VP.', ['«Phòng Kinh tế»']) },
    {
      bad: tasks('- GDĐT; TCKH;\n- Lưu: VT, VP.', ['Phòng Giáo dục và Đào tạo', '«Phòng Tư pháp»']),
    },
    { good: tasks('- Văn phòng;\n- Công an xã;\n- Lưu: VT, VP.', ['Văn phòng', 'Công an xã']) },
    {
      good: tasks('- Các phòng, đơn vị thuộc xã;\n- Lưu: VT, VP.', ['Phòng Kinh tế', 'Công an xã']),
      note: 'Nơi nhận chung gồm các đơn vị.',
    },
    {
      good: tasks('- GDĐT; TCKH; VHTT;\n- Lưu: VT, VP.', [
        'Phòng Giáo dục và Đào tạo',
        'Phòng Tài chính - Kế hoạch',
        'Phòng Văn hóa và Thông tin',
      ]),
      note: 'Nơi nhận viết tắt.',
    },
    {
      good: tasks('- Như mục III;\n- Lưu: VT, VHXH.', ['Phòng Văn hóa - Xã hội']),
      note: 'Đơn vị soạn thảo giữ bản lưu.',
    },
    { good: planSample() },
    { good: letterSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { sections: true, parts: ['recipients'] },
  check(document, report) {
    const { recipients } = document;
    if (!recipients || recipients.items.length === 0) return;
    const received = recipients.items.map(({ content }) => content.text);
    if (received.some((text) => collective.test(text))) return;
    const names = received.flatMap((text) => text.split(/[;,]/u)).map(comparable);
    for (const section of tasked(document)) {
      const name = section.title.text;
      if (names.some((each) => covers(each, name))) continue;
      report({
        span: section.title.span,
        message: {
          vi: `“${name}” được giao việc nhưng không có trong Nơi nhận (NĐ 30/2020/NĐ-CP, PL I, II.9.a)`,
          en: `“${name}” is given a task but is not among the recipients (ND 30/2020/NĐ-CP, Annex I, II.9.a)`,
        },
        fixes: addition(document, name),
      });
    }
  },
});

/** Recipients that stand for many: who is among them cannot be told from the text. */
const collective =
  /^(?:các|như|lãnh đạo các|thủ trưởng)\s|(?:phòng|ban|ngành|đơn vị),?\s+(?:ban|ngành|đoàn thể|đơn vị)|(?:phòng|sở)\s+ban(?:\s|$)/iu;

/** One unit of one name: lists of units and groups are told apart by their commas and plurals. */
const unit =
  /^(?:Phòng|Sở|Văn phòng|Công an|Ban|Trạm|Trung tâm|Đài|Trường|Hội|Đoàn|Chi cục|Thanh tra|Bộ phận|Ủy ban Mặt trận|Bộ Chỉ huy)(?=\s|$)/u;

function tasked(document: Document): readonly Section[] {
  const requirement = documentType('ke-hoach').sections.find(({ id }) => id === 'implementation');
  const implementation = document.sections.find((section) =>
    requirement?.headings.some((heading) => section.title.text.toLowerCase().includes(heading)),
  );
  return (implementation?.children ?? []).filter(
    ({ title, runIn }) =>
      !runIn && unit.test(title.text) && !/[,;:]|\s(?:các|và các)\s/u.test(title.text),
  );
}

const place = /\s+(?:thành phố|tp\.?|tỉnh|huyện|quận|thị xã|xã|phường|đặc khu)(?:\s.*)?$/iu;

function comparable(text: string): string {
  return fold(text)
    .replace(/\([^)]*\)/gu, '')
    .replace(/^lưu\s*:?|^luu\s*:?/u, '')
    .replace(pattern.gu`[^\p{L}\p{N}]+`, ' ')
    .trim();
}

/** Whether the recipient is the unit by name, or by the initials of its name with its kind or without. */
function covers(recipient: string, name: string): boolean {
  const full = comparable(name);
  const bare = comparable(name.replace(place, ''));
  if (recipient === '' || full === '') return false;
  if (recipient === full || recipient.includes(bare) || full.startsWith(`${recipient} `))
    return true;
  const words = bare.split(' ');
  const initials = (some: readonly string[]): string => some.map((word) => word.charAt(0)).join('');
  const shortened = [
    words,
    words.slice(1),
    words.filter((word) => word !== 'va'),
    words.slice(1).filter((word) => word !== 'va'),
  ].map(initials);
  return recipient.split(' ').some((word) => word.length > 1 && shortened.includes(word));
}

function addition(document: Document, name: string): readonly Fix[] {
  const archive = document.recipients?.items.find(({ role }) => role === 'archive');
  if (!archive || !document.recipients?.label) return [];
  const at = archive.span.start;
  return [
    {
      title: { vi: `Thêm “${name}” vào Nơi nhận`, en: `Add “${name}” to the recipients` },
      safe: false,
      edits: [{ span: span(at, at), newText: `- ${name};\n` }],
    },
  ];
}
