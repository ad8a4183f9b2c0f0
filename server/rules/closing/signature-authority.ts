import type { Document, Part } from '../../document/document.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { isCollective, isDeputy, isHeadRun } from '../../norms/signers.ts';
import { pattern } from '../../source/letters.ts';
import { contains, span } from '../../source/span.ts';
import { firstLines } from '../head/ownHead.ts';
import { rule, type Finding } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const signed = (lines: string): string => `**${lines}**\n\n**Trần Văn Bình**`;

export default rule({
  id: 'signature-authority',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.7.b',
  title: {
    vi: 'Quyền hạn người ký ghi chưa đúng',
    en: 'The signer’s authority is not given right',
  },
  why: {
    vi: 'Ký thay mặt tập thể ghi TM. trước tên tập thể; ký thay cấp trưởng ghi KT. và chức vụ cấp phó ở dưới. Cơ quan theo chế độ thủ trưởng (sở, phòng, trường) thì người đứng đầu ký bằng chức vụ, không ghi TM.',
    en: 'Who signs for a collective puts TM. before its name; who signs for the head puts KT. and the deputy’s title below. In a body run by its head (department, office, school) the head signs by title, without TM.',
  },
  examples: () => [
    {
      bad: planSample({ signature: signed('«CHỦ TỊCH»') }),
      fixed: planSample(),
    },
    {
      bad: letterSample({ signature: signed('«TM. SỞ NỘI VỤ»\nGIÁM ĐỐC') }),
      fixed: letterSample({ signature: signed('GIÁM ĐỐC') }),
    },
    {
      bad: letterSample({ signature: signed('«TL. GIÁM ĐỐC»\nPHÓ GIÁM ĐỐC') }),
      fixed: letterSample({ signature: signed('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC') }),
    },
    {
      bad: planSample({ signature: signed('«T/M» ỦY BAN NHÂN DÂN\n«KT» CHỦ TỊCH\nPHÓ CHỦ TỊCH') }),
      fixed: planSample({
        signature: signed('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'),
      }),
    },
    {
      bad: letterSample({ signature: signed('«K/T» GIÁM ĐỐC\nPHÓ GIÁM ĐỐC') }),
      fixed: letterSample({ signature: signed('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC') }),
    },
    {
      bad: letterSample({ signature: signed('«TUQ» CHÁNH THANH TRA\nTRƯỞNG PHÒNG') }),
      fixed: letterSample({ signature: signed('TUQ. CHÁNH THANH TRA\nTRƯỞNG PHÒNG') }),
    },
    {
      bad: planSample({ signature: signed('TM. ỦY BAN NHÂN DÂN\n«PHÓ CHỦ TỊCH»') }),
      fixed: planSample({
        signature: signed('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'),
      }),
    },
    {
      bad: letterSample({ signature: signed('«GIÁM ĐỐC»\nPHÓ GIÁM ĐỐC') }),
      fixed: letterSample({ signature: signed('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC') }),
    },
    { bad: letterSample({ signature: signed('TUQ. GIÁM ĐỐC\n«GIÁM ĐỐC»') }) },
    { bad: letterSample({ signature: signed('KT. GIÁM ĐỐC\n«GIÁM ĐỐC»') }) },
    {
      bad: decisionSample({
        agency: '**HỘI ĐỒNG NHÂN DÂN\nTỈNH PHÚ THỌ**',
        number: 'Số: 12/NQ-HĐND',
        title:
          '**NGHỊ QUYẾT**\n\n**Về kế hoạch giám sát năm 2026**\n\n**HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ**',
        body: '**QUYẾT NGHỊ:**\n\n**Điều 1.** Thông qua kế hoạch giám sát năm 2026 của Hội đồng nhân dân tỉnh.\n\n**Điều 2.** Giao Thường trực Hội đồng nhân dân tỉnh tổ chức thực hiện Nghị quyết này./.',
        recipients: '**Nơi nhận:**\n\n- Như Điều 2;\n- Sở Nội vụ;\n- Lưu: VT, NC.',
        signature: signed('«CHỦ TỊCH»'),
      }),
      note: 'Chủ tịch Hội đồng ký chứng thực nghị quyết: chỉ nhắc nhẹ.',
    },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample(), note: 'Chủ tịch ký quyết định của mình.' },
    { good: planSample({ signature: signed('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH') }) },
    { good: planSample({ signature: signed('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH') }) },
    {
      good: letterSample({
        signature: signed('TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG'),
      }),
    },
    {
      good: planSample({ signature: signed('TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN\nPHÓ CHỦ TỊCH') }),
      note: 'Thường trực Hội đồng có quy chế riêng.',
    },
    {
      good: letterSample({
        signature: '**GIÁM ĐỐC**\n\n(đã ký)\n\n**PHÓ GIÁM ĐỐC**\n\n**Lê Thị Hoa**',
      }),
      note: 'Hai người ký.',
    },
    { good: letterSample({ signature: signed('TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ') }) },
    { good: letterSample({ signature: signed('TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN') }) },
    { good: letterSample({ signature: signed('KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG') }) },
    {
      good: planSample({ signature: signed('CHỦ TỊCH') }).replace(
        'Căn cứ Nghị định',
        '**CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA BÌNH**\n\nCăn cứ Nghị định',
      ),
      note: 'Kế hoạch của Chủ tịch.',
    },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const finding =
      bareHeadOfCollective(document) ??
      collectiveMarkOfHeadRun(document) ??
      headWithoutDeputy(document) ??
      deputyWithoutHead(document) ??
      orderOfOneself(document);
    if (finding) report(finding);
    for (const each of misspeltMarks(document)) {
      if (!finding || each.span.start < finding.span.start || each.span.start >= finding.span.end)
        report(each);
    }
  },
});

/** Marks of authority that are not written as the norm writes them: `T/M`, `KT` without its dot. */
function misspeltMarks({ signature, source }: Document): readonly Finding[] {
  return (signature?.authorities ?? []).flatMap(({ kind, text, span: whole, holder }) => {
    const expected = `${kind}.`;
    const typed = text.slice(0, text.length - holder.text.length).trimEnd();
    if (typed === '' || typed.replace(/\s/gu, '') === expected) return [];
    const place = span(whole.start, whole.start + typed.length);
    // marks of Markdown may stand between, and the holder may stick to the mark
    const isPlain = source.text.slice(place.start, place.end) === typed;
    const gap = text.charAt(typed.length) === ' ' ? '' : ' ';
    return [
      {
        span: isPlain ? place : whole,
        message: {
          vi: `Quyền hạn người ký ghi “${expected}”, không ghi “${typed}” (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
          en: `The signer’s authority is written “${expected}”, not “${typed}” (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
        },
        fixes: isPlain
          ? [
              {
                title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
                safe: false,
                edits: [{ span: place, newText: expected + gap }],
              },
            ]
          : [],
      },
    ];
  });
}

/** `CHỦ TỊCH` alone under a plan or resolution of the committee. */
function bareHeadOfCollective(document: Document): Finding | undefined {
  const { signature, issuer, type } = document;
  const title = signature?.title;
  if (!signature || !title || !issuer || signature.authorities.length > 0) return undefined;
  if (!isCollective(issuer.text) || isDeputy(title.text) || title.text !== 'CHỦ TỊCH')
    return undefined;
  if (!type || !documentType(type.id).signedOnBehalf) return undefined;
  if (isChairs(document)) return undefined;
  const body = /^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)/u.test(issuer.text)
    ? 'ỦY BAN NHÂN DÂN'
    : 'HỘI ĐỒNG NHÂN DÂN';
  // councils' chairs sign the resolutions that they certify by title alone, and nobody sends those back
  const isCouncils = body === 'HỘI ĐỒNG NHÂN DÂN';
  return {
    ...(isCouncils ? { severity: 'hint' as const } : {}),
    span: title.span,
    message: {
      vi: `Thiếu “TM. ${body}” trên “${title.text}”: văn bản của tập thể ký thay mặt tập thể (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `No “TM. ${body}” above “${title.text}”: a collective’s document is signed on its behalf (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
    fixes: [
      {
        title: { vi: `Thêm “TM. ${body}”`, en: `Add “TM. ${body}”` },
        safe: false,
        edits: [{ span: span(title.span.start, title.span.start), newText: `TM. ${body}\n` }],
      },
    ],
  };
}

/** Whether the document is the chair's own: `CHỦ TỊCH ỦY BAN NHÂN DÂN …` under its subject, or as who issues it. */
function isChairs(document: Document): boolean {
  const named = /^CHỦ TỊCH (?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND)/u;
  return (
    firstLines(document, 24).some(({ text }) => named.test(text.trim())) ||
    /^Chủ tịch\s/u.test(document.opening?.text ?? '')
  );
}

/** `TM.` before a body that is run by its head. */
function collectiveMarkOfHeadRun({ signature }: Document): Finding | undefined {
  const mark = signature?.authorities.find(({ kind }) => kind === 'TM');
  if (!signature || !mark || !isHeadRun(mark.holder.text)) return undefined;
  const next = signature.authorities[signature.authorities.indexOf(mark) + 1] ?? signature.title;
  return {
    span: mark.span,
    message: {
      vi: `Không ghi “TM.” ở đây: ${mark.holder.text} theo chế độ thủ trưởng, người đứng đầu ký bằng chức vụ (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `No “TM.” here: ${mark.holder.text} is run by its head, who signs by title (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
    fixes:
      next && next.span.start > mark.span.end
        ? [
            {
              title: { vi: `Bỏ “${mark.text}”`, en: `Drop “${mark.text}”` },
              safe: false,
              edits: [{ span: span(mark.span.start, next.span.start), newText: '' }],
            },
          ]
        : [],
  };
}

/** `KT.` with the head's own title under it, or that of somebody who is no deputy of anybody. */
function headWithoutDeputy({ signature }: Document): Finding | undefined {
  const last = signature?.authorities.at(-1);
  const title = signature?.title;
  // a deputy who holds another office too has a line for each
  if (!last || last.kind !== 'KT' || !title || hasDeputyLine(signature.text, last.text))
    return undefined;
  const own = title.text === last.holder.text;
  return {
    span: title.span,
    message: {
      vi: `Dưới “${last.text}” cần chức vụ của cấp phó (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `A deputy’s title is expected under “${last.text}” (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
    fixes: own
      ? [
          {
            title: { vi: `Viết “PHÓ ${title.text}”`, en: `Write “PHÓ ${title.text}”` },
            safe: false,
            edits: [{ span: title.span, newText: `PHÓ ${title.text}` }],
          },
        ]
      : [],
  };
}

function hasDeputyLine(block: string, mark: string): boolean {
  const below = block.slice(block.indexOf(mark) + mark.length);
  return /(?:^|\s)(?:PHÓ|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|CHÍNH TRỊ VIÊN)(?:\s|$)/u.test(below);
}

/** A deputy under the committee's name, or under the bare title of the head, where KT. would stand. */
function deputyWithoutHead(document: Document): Finding | undefined {
  const { signature, type } = document;
  const title = signature?.title;
  const last = signature?.authorities.at(-1);
  if (!title || !type || documentType(type.id).signature !== 'one') return undefined;
  if (last && last.kind !== 'TM') return undefined;
  const head = pattern.u`^PHÓ (?<head>\p{L}.*)$`.exec(title.text)?.groups?.['head'];
  const above = head === undefined ? undefined : lineAbove(document, title);
  if (head === undefined || !above) return undefined;
  const isBareHead = above.text === head;
  if (!isBareHead && !(last && head === 'CHỦ TỊCH' && isCommittee(above.text))) return undefined;
  const expected = `KT. ${head}`;
  const place = isBareHead ? above.span : span(title.span.start, title.span.start);
  return {
    span: isBareHead ? above.span : title.span,
    message: {
      vi: `Thiếu “${expected}” trên “${title.text}”: cấp phó ký thay cấp trưởng (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `No “${expected}” above “${title.text}”: a deputy signs for the head (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
    fixes: [
      {
        title: { vi: `Ghi “${expected}”`, en: `Write “${expected}”` },
        safe: false,
        edits: [{ span: place, newText: isBareHead ? expected : `${expected}\n` }],
      },
    ],
  };
}

/** The line right above a part that has a line of its own, where it is not in another paragraph's column. */
function lineAbove({ lines }: Document, part: Part): Part | undefined {
  const written = lines.filter(({ text }) => text.trim() !== '');
  const at = written.findIndex(({ span: place }) => contains(place, part.span));
  const [line, above] = [written[at], written[at - 1]];
  if (line?.text.trim() !== part.text || !above || above.paragraph !== line.paragraph)
    return undefined;
  const text = above.text.trim();
  const from = above.text.indexOf(text);
  return { text, span: above.spanOf(from, from + text.length) };
}

function isCommittee(line: string): boolean {
  return /^T\S{1,3}\s?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)(?=\s|$)/u.test(line);
}

/** `TL.` or `TUQ.` with the title of the holder, who would sign by title, or of the holder's deputy, who signs KT. */
function orderOfOneself({ signature }: Document): Finding | undefined {
  const last = signature?.authorities.at(-1);
  const title = signature?.title;
  if (!last || (last.kind !== 'TL' && last.kind !== 'TUQ') || !title) return undefined;
  const holder = last.holder.text;
  if (title.text === `PHÓ ${holder}`) {
    return {
      span: last.span,
      message: {
        vi: `Cấp phó ký thay cấp trưởng ghi “KT. ${holder}”, không ghi “${last.kind}.” (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
        en: `A deputy signs for the head with “KT. ${holder}”, not “${last.kind}.” (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
      },
      fixes: [
        {
          title: { vi: `Viết “KT. ${holder}”`, en: `Write “KT. ${holder}”` },
          safe: false,
          edits: [{ span: last.span, newText: `KT. ${holder}` }],
        },
      ],
    };
  }
  if (title.text !== holder) return undefined;
  return {
    span: title.span,
    message: {
      vi: `Dưới “${last.text}” cần chức vụ của người được giao ký (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `The title of whoever signs by order is expected under “${last.text}” (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
  };
}
