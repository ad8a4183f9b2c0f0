import type { Document } from '../../document/document.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { span, type Edit } from '../../source/span.ts';
import { insertField } from '../head/insertion.ts';
import { draftingUnit } from './draftingUnit.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

export default rule({
  id: 'recipients-missing',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9.b',
  title: { vi: 'Thiếu Nơi nhận', en: 'No recipients' },
  why: {
    vi: 'Nơi nhận cho biết văn bản gửi ai để thực hiện, ai để biết và lưu ở đâu. Thiếu Nơi nhận, văn thư không phát hành được.',
    en: 'The recipients tell who must act, who is informed and where the document is kept. Without them it cannot be sent out.',
  },
  examples: () => [
    {
      bad: planSample({
        recipients: '',
        signature: '**«TM. ỦY BAN NHÂN DÂN»\nCHỦ TỊCH**\n\n**Trần Văn Bình**',
      }),
      fixed: planSample({ recipients: '**Nơi nhận:**\n\n- Lưu: VT, ….' }),
    },
    {
      bad: letterSample({ recipients: '', signature: '**«GIÁM ĐỐC»**\n\n**Lê Thị Hoa**' }),
      fixed: letterSample({ recipients: '**Nơi nhận:**\n\n- Như trên;\n- Lưu: VT, VP.' }),
    },
    {
      bad: decisionSample({ recipients: '', signature: '**«CHỦ TỊCH»**\n\n**Phạm Văn Nam**' }),
      fixed: decisionSample({ recipients: '**Nơi nhận:**\n\n- Như Điều 3;\n- Lưu: VT, ….' }),
    },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample() },
    {
      good: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ, "Lưu: VT, VP"]' }),
    },
    { good: 'Một đoạn ghi chép không phải văn bản.\n' },
  ],
  reads: { edges: true, sections: true },
  check(document, report) {
    const { signature, recipients, type, endingMark } = document;
    // without a foot the document is still being written
    if (recipients || !type || !(signature ?? endingMark)) return;
    if (documentType(type.id).recipients !== 'required') return;
    const place = signature?.authorities[0] ?? signature?.title ?? signature ?? endingMark;
    if (!place) return;
    report({
      span: place.span,
      message: {
        vi: 'Thiếu Nơi nhận: cần danh sách nơi nhận, dòng cuối là “Lưu: VT, …” (NĐ 30/2020/NĐ-CP, PL I, II.9.b)',
        en: 'No recipients: a list that ends with “Lưu: VT, …” is expected (ND 30/2020/NĐ-CP, Annex I, II.9.b)',
      },
      fixes: insertion(document),
    });
  },
});

function insertion(
  document: Document,
): readonly { title: { vi: string; en: string }; safe: true; edits: readonly Edit[] }[] {
  const title = { vi: 'Thêm Nơi nhận', en: 'Add the recipients' };
  const items = [...asAbove(document), `Lưu: VT, ${draftingUnit(document) ?? '…'}`];
  const { signature } = document;
  const line = signature && document.source.lineAt(signature.span.start);
  const field =
    document.origin === 'frontMatter' && !line
      ? insertField(document, 'recipients', `["${items.join('", "')}"]`, ['subject', 'addressees'])
      : undefined;
  if (field) return [{ title, safe: true, edits: [field] }];
  const list = items.map((item, index) => `- ${item}${index < items.length - 1 ? ';' : '.'}`);
  const text = `**Nơi nhận:**\n\n${list.join('\n')}`;
  if (line) {
    const at = line.paragraph.outer.start;
    return [{ title, safe: true, edits: [{ span: span(at, at), newText: `${text}\n\n` }] }];
  }
  const at = document.body.at(-1)?.paragraph.outer.end ?? document.span.end;
  return [{ title, safe: true, edits: [{ span: span(at, at), newText: `\n\n${text}` }] }];
}

function asAbove(document: Document): readonly string[] {
  if (document.addressees) return ['Như trên'];
  const article = document.sections.findLast(({ numbering }) => numbering.kind === 'article');
  return document.type && documentType(document.type.id).body === 'articles' && article
    ? [`Như Điều ${article.numbering.label}`]
    : [];
}
