import type { Document } from '../../document/document.ts';
import { documentType, documentTypes } from '../../norms/documentTypes.ts';
import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { span } from '../../source/span.ts';
import { lower } from '../../source/words.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const list = (items: string): string => `**Nơi nhận:**\n\n${items}`;

export default rule({
  id: 'recipients-as-above',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.b',
  title: { vi: '“Như trên” và Kính gửi', en: '“Như trên” and the addressees' },
  why: {
    vi: 'Văn bản có Kính gửi thì dòng đầu của Nơi nhận ghi “Như trên;”. Không có Kính gửi thì “Như trên” không chỉ đến ai, trừ công điện, giấy mời, giấy giới thiệu: các mẫu ấy ghi nơi nhận trong lời văn.',
    en: 'A document with “Kính gửi” begins its recipients with “Như trên;”. Without it “Như trên” refers to nobody, but in telegrams, invitations and letters of introduction, whose forms name the receivers in the text.',
  },
  examples: () => [
    {
      bad: letterSample({ recipients: list('- «Lãnh đạo Sở»;\n- Lưu: VT, VP.') }),
      fixed: letterSample({ recipients: list('- Như trên;\n- Lãnh đạo Sở;\n- Lưu: VT, VP.') }),
    },
    {
      bad: planSample({ recipients: list('- «Như trên»;\n- Sở Nội vụ;\n- Lưu: VT, VP.') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, VP.') }),
    },
    { bad: frontMatterPlanSample({ 'nơi nhận': '[«Như trên», "Lưu: VT, VP"]' }) },
    { good: letterSample() },
    { good: planSample() },
    { good: decisionSample(), note: 'Quyết định ghi “Như Điều …”.' },
    { good: letterSample({ recipients: list('- Như kính gửi;\n- Lưu: VT, VP.') }) },
    {
      good: planSample({
        number: 'Số: 09/GGT-UBND',
        title: '**GIẤY GIỚI THIỆU**',
        bases: '',
        body: 'Ủy ban nhân dân xã Hòa Bình trân trọng giới thiệu:\n\nÔng: Trần Văn An\n\nĐược cử đến: Sở Văn hóa, Thể thao và Du lịch./.',
        recipients: list('- Như trên;\n- Lưu: VT.'),
      }),
      note: 'Mẫu 1.8 của Phụ lục III ghi “Như trên”.',
    },
    {
      good: planSample({
        number: 'Số: 21/CĐ-UBND',
        title: '**CÔNG ĐIỆN**\n\n**Về việc ứng phó bão số 9**',
        bases: '',
        body: 'Ủy ban nhân dân xã Hòa Bình điện:\n\n- Trưởng các thôn;\n\n- Trưởng Công an xã.\n\nYêu cầu khẩn trương sơ tán dân trước 17 giờ ngày 26/9/2026./.',
        recipients: list('- Như trên;\n- Lưu: VT, VHXH.'),
      }),
      note: 'Công điện gửi những nơi ghi sau “điện:”.',
    },
  ],
  reads: { edges: true, told: (line) => receiverWordsIn(line) },
  check(document, report) {
    const { recipients, addressees } = document;
    const first = recipients?.items[0];
    if (!recipients || !first) return;
    const above = recipients.items.find(({ role }) => role === 'asAbove');
    // an addressee still to be filled in is followed up when it is
    const named = addressees?.items.some(({ content }) => pattern.u`\p{L}`.test(content.text));
    if (named && !above) {
      const at = first.span.start;
      report({
        span: first.content.span,
        message: {
          vi: 'Có Kính gửi mà Nơi nhận thiếu “Như trên;” ở dòng đầu (NĐ 30/2020/NĐ-CP, PL I, II.9.b)',
          en: 'With “Kính gửi” the recipients begin with “Như trên;” (ND 30/2020/NĐ-CP, Annex I, II.9.b)',
        },
        fixes: recipients.label
          ? [
              {
                title: { vi: 'Thêm “Như trên;”', en: 'Add “Như trên;”' },
                safe: true,
                edits: [{ span: span(at, at), newText: '- Như trên;\n' }],
              },
            ]
          : [],
      });
    }
    if (
      !addressees &&
      !namesReceivers(document) &&
      above &&
      /^như (?:trên|kính gửi)$/iu.test(above.content.text)
    ) {
      const next = recipients.items[recipients.items.indexOf(above) + 1];
      report({
        span: above.content.span,
        message: {
          vi: `“${above.content.text}” không chỉ đến ai vì văn bản không có Kính gửi (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
          en: `“${above.content.text}” refers to nobody: the document has no “Kính gửi” (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
        },
        fixes:
          next && recipients.label
            ? [
                {
                  title: { vi: 'Bỏ dòng này', en: 'Drop the line' },
                  // the text may name them in words of its own
                  safe: false,
                  edits: [{ span: span(above.span.start, next.span.start), newText: '' }],
                },
              ]
            : [],
      });
    }
  },
});

/** Whether its text names whom it goes to, as the forms of some types do. */
function namesReceivers(document: Document): boolean {
  const words = document.type && documentType(document.type.id).receiverWords;
  // the body of a long document is worth its lines only where it is asked for
  return (
    words !== undefined &&
    document.body.some((line) => receiverWordsIn(line).some((word) => words.includes(word)))
  );
}

const none: readonly string[] = [];
const allWords = [...new Set(documentTypes.flatMap(({ receiverWords }) => receiverWords ?? []))];

const receiverWordsIn = perText(({ text }: Line) => {
  const folded = lower(text);
  const found = allWords.filter((word) => folded.includes(word));
  return found.length === 0 ? none : found;
});
