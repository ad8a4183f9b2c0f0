import { isQuotedInLine } from '../quotations.ts';
import { rule, type Finding } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { type Definition, definitionsIn, definitionsOf } from './abbreviations.ts';

const once = 'Ban Chỉ đạo chuyển đổi số (BCĐCĐS) họp hằng quý.';

export default rule({
  id: 'abbreviation-redefined',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: {
    vi: 'Chữ viết tắt được giải thích hai lần, hoặc một tên có hai chữ viết tắt',
    en: 'An abbreviation is spelled out twice, or a name has two abbreviations',
  },
  why: {
    vi: 'Chữ viết tắt chỉ giải thích ở lần đầu; giải thích lại, hay đặt chữ viết tắt khác cho cùng một tên, làm người đọc tưởng là hai việc.',
    en: 'An abbreviation is spelled out once, at its first use; spelling it out again, or giving the name another one, makes readers think of two things.',
  },
  examples: () => [
    {
      bad: fragmentSample(`${once}\n\nThường trực Ban Chỉ đạo chuyển đổi số« (BCĐCĐS)» tổng hợp.`),
      fixed: fragmentSample(`${once}\n\nThường trực Ban Chỉ đạo chuyển đổi số tổng hợp.`),
    },
    {
      bad: fragmentSample(`${once}\n\nBan Chỉ đạo chuyển đổi số« (viết tắt là BCĐCĐS)» tổng hợp.`),
      fixed: fragmentSample(`${once}\n\nBan Chỉ đạo chuyển đổi số tổng hợp.`),
    },
    {
      bad: fragmentSample(`${once}\n\nBan Chỉ đạo chuyển đổi số« (BCĐ-CĐS)» báo cáo hằng tháng.`),
    },
    { good: fragmentSample(`${once}\n\nBCĐCĐS tổng hợp.`) },
    {
      good: fragmentSample('Tổ công tác (TCT) họp. Tổng công ty (TCT) báo cáo.'),
      note: 'Hai tên khác nhau.',
    },
    { good: fragmentSample('Nghị định của Chính phủ (CP); điểm (A) và mục (II), nhóm (B1).') },
  ],
  reads: {
    facts: ({ lines }) =>
      lines.flatMap((line) =>
        definitionsIn(line).map(({ short, full, from, to }) => [
          short,
          full,
          isOwn({ line, from, to }),
        ]),
      ),
  },
  check(document, report) {
    const byShort = new Map<string, Definition>();
    const byFull = new Map<string, Definition>();
    for (const definition of definitionsOf(document).filter(isOwn)) {
      const { short, full } = definition;
      if (full === '') continue;
      const key = `${short} ${full}`;
      if (byShort.has(key)) report(again(definition));
      else {
        const rival = byFull.get(full);
        if (rival) report(another(definition, rival));
        else byFull.set(full, definition);
        byShort.set(key, definition);
      }
    }
  },
});

/** Whether it is the document's own and not in words that it quotes. */
function isOwn({ line, from, to }: Pick<Definition, 'line' | 'from' | 'to'>): boolean {
  return !isQuotedInLine(line, from, to);
}

function again({ short, line, from, to }: Definition): Finding {
  const span = line.spanOf(from, to);
  return {
    span,
    message: {
      vi: `“${short}” đã được giải thích ở trên: không cần giải thích lại (NĐ 30/2020/NĐ-CP, Điều 8)`,
      en: `“${short}” is spelled out above: once is enough (ND 30/2020/NĐ-CP, Article 8)`,
    },
    fixes: [
      {
        title: { vi: 'Bỏ phần giải thích lặp lại', en: 'Drop the second explanation' },
        safe: true,
        edits: [{ span, newText: '' }],
      },
    ],
  };
}

function another({ line, from, to, short }: Definition, rival: Definition): Finding {
  return {
    span: line.spanOf(from, to),
    message: {
      vi: `“${short}” và “${rival.short}” cùng viết tắt một tên: chỉ dùng một (NĐ 30/2020/NĐ-CP, Điều 8)`,
      en: `“${short}” and “${rival.short}” abbreviate one name: use one of them (ND 30/2020/NĐ-CP, Article 8)`,
    },
    related: [
      {
        span: rival.line.spanOf(rival.from, rival.to),
        message: { vi: `“${rival.short}” ở đây`, en: `“${rival.short}” here` },
      },
    ],
  };
}
