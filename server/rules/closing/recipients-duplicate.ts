import { fold } from '../../document/letterCase.ts';
import { span } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const list = (items: string): string => `**Nơi nhận:**\n\n${items}`;

export default rule({
  id: 'recipients-duplicate',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.a',
  title: { vi: 'Một nơi nhận ghi hai lần', en: 'The same recipient twice' },
  why: {
    vi: 'Nơi nhận ghi lặp làm văn thư phát hành thừa bản và khó đếm số lượng.',
    en: 'A repeated recipient makes the records office send a copy too many.',
  },
  examples: () => [
    {
      bad: planSample({ recipients: list('- Sở Nội vụ;\n- «Sở Nội vụ»;\n- Lưu: VT, VP.') }),
      fixed: planSample({ recipients: list('- Sở Nội vụ;\n- Lưu: VT, VP.') }),
    },
    {
      bad: letterSample({
        recipients: list('- Như trên;\n- Công an tỉnh;\n- «Công An tỉnh»;\n- Lưu: VT, VP.'),
      }),
      fixed: letterSample({ recipients: list('- Như trên;\n- Công an tỉnh;\n- Lưu: VT, VP.') }),
    },
    { bad: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ, «Sở Nội vụ», "Lưu: VT, VP"]' }) },
    { good: planSample() },
    { good: letterSample() },
    { good: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ, Sở Tài chính, "Lưu: VT, VP"]' }) },
    {
      good: planSample({ recipients: list('- Sở Nội vụ;\n- Sở Nội vụ (b/c);\n- Lưu: VT, VP.') }),
      note: 'Gửi với mục đích khác.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const { recipients } = document;
    if (!recipients) return;
    const seen = new Map<string, (typeof recipients.items)[number]>();
    recipients.items.forEach((item, index) => {
      const name = fold(item.content.text).replace(/\s+/gu, ' ');
      const first = seen.get(name);
      if (name === '' || !first) {
        seen.set(name, item);
        return;
      }
      const next = recipients.items[index + 1];
      report({
        span: item.content.span,
        message: {
          vi: `Nơi nhận “${item.content.text}” đã ghi ở trên (NĐ 30/2020/NĐ-CP, PL I, II.9.a)`,
          en: `The recipient “${item.content.text}” stands above already (ND 30/2020/NĐ-CP, Annex I, II.9.a)`,
        },
        related: [{ span: first.content.span, message: { vi: 'Đã ghi ở đây', en: 'Stands here' } }],
        fixes:
          next && recipients.label
            ? [
                {
                  title: { vi: 'Bỏ dòng lặp', en: 'Drop the repeated line' },
                  safe: true,
                  edits: [{ span: span(item.span.start, next.span.start), newText: '' }],
                },
              ]
            : [],
      });
    });
  },
});
