import type { Document, Part, PartialDate } from '../../document/document.ts';
import { fold } from '../../document/letterCase.ts';
import type { Edit } from '../../source/span.ts';
import { rule, type Localized } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';

const both = (fields: Readonly<Record<string, string>>, number: string, place: string): string =>
  frontMatterPlanSample(fields).replace('---\n\nCăn cứ', `---\n\n${number}\n\n${place}\n\nCăn cứ`);

const place = 'Hòa Bình, ngày 05 tháng 3 năm 2026';

export default rule({
  id: 'front-matter-conflict',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II',
  title: { vi: 'Phần đầu YAML và văn bản nói khác nhau', en: 'Front matter and text disagree' },
  why: {
    vi: 'Khi phần đầu YAML khai một đằng mà dòng chữ trong văn bản ghi một nẻo, bản in lấy theo phần đầu và người đọc tệp hiểu theo dòng chữ.',
    en: 'Where the front matter says one thing and a line of text another, the printed page follows the front matter and a reader of the file the text.',
  },
  examples: () => [
    {
      bad: both({}, 'Số: «16/KH-UBND»', place),
      fixed: both({}, 'Số: 15/KH-UBND', place),
    },
    { bad: both({}, 'Số: 15/KH-UBND', 'Hòa Bình, «ngày 06 tháng 3 năm 2026»') },
    {
      bad: frontMatterPlanSample().replace('---\n\nCăn cứ', '---\n\n**«QUYẾT ĐỊNH»**\n\nCăn cứ'),
    },
    { good: frontMatterPlanSample() },
    { good: both({}, 'Số: 15/KH-UBND', place) },
    { good: planSample() },
    { good: both({ số: '' }, 'Số: 15/KH-UBND', place), note: 'Chỉ văn bản ghi số.' },
    {
      good: both({}, 'Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025.', ''),
      note: 'Ngày của căn cứ không phải ngày ban hành.',
    },
    { good: both({}, 'Ý kiến gửi về Sở Nội vụ trước ngày 15 tháng 12 năm 2026.', '') },
  ],
  reads: { edges: true },
  check(document, report) {
    for (const { written, declared, same } of pairsOf(document)) {
      if (!written || !declared || same) continue;
      report({
        span: written.span,
        message: messageFor(written, declared),
        related: [
          {
            span: declared.span,
            message: { vi: 'Phần đầu YAML ghi', en: 'The front matter says' },
          },
        ],
        fixes: [
          choice(
            {
              vi: `Theo phần đầu: “${declared.text}”`,
              en: `As the front matter: “${declared.text}”`,
            },
            { span: written.span, newText: declared.text },
          ),
          // the symbol of the number goes with the declared type
          ...(declared === document.type
            ? []
            : [
                choice(
                  { vi: `Theo văn bản: “${written.text}”`, en: `As the text: “${written.text}”` },
                  { span: declared.span, newText: written.text },
                ),
              ]),
        ],
      });
    }
  },
});

interface Pair {
  readonly written: Part | undefined;
  readonly declared: Part | undefined;
  readonly same: boolean;
}

function pairsOf(document: Document): readonly Pair[] {
  const { written } = document;
  if (!written) return [];
  const { number, placeAndDate, type } = document;
  return [
    {
      written: written.number?.numeral ? written.number : undefined,
      declared: number?.numeral ? number : undefined,
      same: written.number?.text.replace(/\s/gu, '') === number?.text.replace(/\s/gu, ''),
    },
    {
      written: datePart(document, written.placeAndDate),
      declared: datePart(document, placeAndDate),
      same: sameDate(written.placeAndDate?.date, placeAndDate?.date),
    },
    {
      written: written.type && written.type.id !== 'cong-van' ? written.type : undefined,
      declared: type,
      same:
        fold(written.type?.text ?? '') === fold(type?.text ?? '') || written.type?.id === type?.id,
    },
  ];
}

function datePart(document: Document, whole: Document['placeAndDate']): Part | undefined {
  if (whole?.date.day === undefined) return undefined;
  const { start, end } = whole.dateSpan;
  return { text: document.source.text.slice(start, end), span: whole.dateSpan };
}

function sameDate(a: PartialDate | undefined, b: PartialDate | undefined): boolean {
  return a?.day === b?.day && a?.month === b?.month && a?.year === b?.year;
}

function messageFor(written: Part, declared: Part): Localized {
  return {
    vi: `Văn bản ghi “${written.text}” nhưng phần đầu YAML ghi “${declared.text}”: cần thống nhất (NĐ 30/2020/NĐ-CP, PL I, II)`,
    en: `The text says “${written.text}” and the front matter “${declared.text}”: they must agree (ND 30/2020/NĐ-CP, Annex I, II)`,
  };
}

function choice(
  title: Localized,
  edit: Edit,
): { title: Localized; safe: false; edits: readonly Edit[] } {
  return { title, safe: false, edits: [edit] };
}
