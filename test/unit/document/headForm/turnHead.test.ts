import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from '../../../../server/document/document.ts';
import {
  differingMeaning,
  differingTyping,
} from '../../../../server/document/headForm/sameModel.ts';
import {
  headToFrontMatter,
  headToText,
  type TurnedHead,
} from '../../../../server/document/headForm/turnHead.ts';
import { parseDocuments } from '../../../../server/document/parseDocuments.ts';
import { lint } from '../../../../server/lint/lint.ts';
import { documentTypes } from '../../../../server/norms/documentTypes.ts';
import { skeleton } from '../../../../server/norms/skeletons.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../../server/rules/samples.ts';
import { parseSource } from '../../../../server/source/parseSource.ts';
import type { Source } from '../../../../server/source/source.ts';
import { applyEdits } from '../../../../server/source/span.ts';
import { sharedTexts } from '../../../support/sharedTexts.ts';

interface Read {
  readonly source: Source;
  readonly documents: readonly Document[];
}

function read(text: string): Read {
  const source = parseSource(text);
  return { source, documents: parseDocuments(source) };
}

/** The text after the turn; fails where the turn was refused. */
function turned(text: string, turn: TurnedHead): string {
  assert.ok(turn.edits, turn.reason?.vi);
  return applyEdits(text, turn.edits);
}

const toFrontMatter = (text: string, extent: 'head' | 'whole' = 'head'): string =>
  turned(text, headToFrontMatter(read(text), extent));
const toText = (text: string): string => turned(text, headToText(read(text)));

function reasonOf(turn: TurnedHead): string {
  return turn.edits ? 'turned' : turn.reason.vi;
}

function assertAlike(one: string, other: string): void {
  const [before, after] = [read(one).documents, read(other).documents];
  assert.equal(before.length, after.length);
  before.forEach((document, index) => {
    const same = after[index];
    assert.ok(same);
    assert.equal(differingMeaning(document, same)?.en, undefined);
  });
}

function assertTypedAlike(one: string, other: string): void {
  const [before] = read(one).documents;
  const [after] = read(other).documents;
  assert.ok(before && after);
  assert.equal(differingTyping(before, after)?.en, undefined);
}

/** The values that a file's front matter declares, by key. */
function values(text: string): readonly unknown[] {
  return (read(text).documents[0]?.frontMatter?.entries ?? []).map(({ key, value }) => [
    key,
    value,
  ]);
}

/** Documents whose text cannot say their type or subject: the norm's forms give them neither. */
const unsayable = new Set(['thu-cong', 'phieu-chuyen', 'sao-y', 'trich-sao', 'sao-luc']);
const profile = {
  parentAgency: 'Ủy ban nhân dân tỉnh Phú Thọ',
  issuer: 'Sở Nội vụ',
  symbol: 'SNV',
  place: 'Phú Thọ',
  signerAuthority: 'KT. GIÁM ĐỐC',
  signerTitle: 'PHÓ GIÁM ĐỐC',
  signerName: 'Lê Quang Vinh',
};

describe('a head turned into front matter and back', () => {
  it('declares what the text of a plan says and leaves the rest as it is', () => {
    const text = planSample();
    const body = text.slice(text.indexOf('Căn cứ Nghị định'));
    assert.equal(
      toFrontMatter(text),
      `---
loại: Kế hoạch
cơ quan: Ủy ban nhân dân xã Hòa Bình
số: 15/KH-UBND
địa danh: Hòa Bình
ngày: 2026-03-05
trích yếu: Tổ chức Ngày hội đọc sách năm 2026
---

${body}`,
    );
    assert.equal(
      toText(toFrontMatter(text)),
      text.replace('**ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH**', '**ỦY BAN NHÂN DÂN XÃ HÒA BÌNH**'),
    );
  });

  it('takes bases, recipients and signature too when asked', () => {
    for (const text of [planSample(), letterSample(), decisionSample()]) {
      const declared = toFrontMatter(text, 'whole');
      assert.match(declared, /\nnơi nhận:\n {2}- .*\n[^]*\nngười ký: /u);
      assert.doesNotMatch(declared, /Nơi nhận:/u);
      assertAlike(text, declared);
      assertTypedAlike(text, toText(declared));
      assert.equal(toFrontMatter(toText(declared), 'whole'), declared);
    }
  });

  it('raises no complaint of the rules about a sound document', () => {
    for (const text of [planSample(), letterSample(), decisionSample()]) {
      for (const extent of ['head', 'whole'] as const) {
        const declared = toFrontMatter(text, extent);
        assert.deepEqual(lint(declared, {}).diagnostics, []);
        assert.deepEqual(lint(toText(declared), {}).diagnostics, []);
      }
    }
  });

  it('writes the text of every skeleton as the same skeleton declares it, and back', () => {
    for (const { id } of documentTypes) {
      for (const office of [{}, profile]) {
        const plain = skeleton(id, 'plain', 2026, office);
        const declared = skeleton(id, 'frontMatter', 2026, office);
        if (id === 'thu-cong') continue;
        const there = toFrontMatter(plain);
        assertTypedAlike(plain, toText(there));
        if (unsayable.has(id)) continue;
        assert.ok(declared.endsWith(there.slice(there.indexOf('---\n\n'))), id);
        assert.equal(toText(declared), plain, id);
        const again = toFrontMatter(toText(declared));
        assertAlike(declared, again);
      }
    }
  });

  it('gives the same values for what was declared, in its own spelling of a date', () => {
    const text = frontMatterPlanSample();
    assert.deepEqual(
      values(toFrontMatter(toText(text), 'whole')),
      values(toFrontMatter(toText(text), 'whole')),
    );
    const declared = toFrontMatter(planSample(), 'whole');
    assert.deepEqual(values(toFrontMatter(toText(declared), 'whole')), values(declared));
  });

  it('keeps unknown keys, layout keys and comments in a front matter of their own', () => {
    const text = toFrontMatter(planSample())
      .replace('số: ', 'thẻ: [a, b]\nsố: ')
      .replace('15/KH-UBND', '15/KH-UBND # chờ cấp số')
      .replace('loại:', '# nháp\ncỡ chữ: 14\nloại:');
    const written = toText(text);
    assert.ok(
      written.startsWith('---\n# nháp\ncỡ chữ: 14\nthẻ: [a, b]\n# chờ cấp số\n---\n\n**ỦY BAN'),
      written.slice(0, 200),
    );
    assertAlike(text, written);
    const again = toFrontMatter(written);
    for (const line of ['# nháp', 'cỡ chữ: 14', 'thẻ: [a, b]', '# chờ cấp số']) {
      assert.ok(again.includes(`${line}\n`), line);
    }
  });

  it('keeps comments, stamps and rules of underscores apart from the head', () => {
    const text = planSample({ number: '_______\n\nSố: 15/KH-UBND\n\n<!-- chờ ký -->' });
    const declared = toFrontMatter(text);
    assert.match(declared, /---\n\n<!-- chờ ký -->\n/u);
    assert.ok(toText(declared).includes('<!-- chờ ký -->'));
  });

  it('moves marks, addressees of a list and blanks of a draft', () => {
    const text = letterSample({
      number: 'Số:     /UBND-VP',
      place: '*Hòa Bình, ngày     tháng     năm 2026*',
      addressee: 'Kính gửi:\n\n- Sở Nội vụ;\n- Sở Tài chính: phòng 2;\n- Sở #1.',
    }).replace('Kính gửi', '**DỰ THẢO**\n\n**HỎA TỐC**\n\n**MẬT**\n\nKính gửi');
    const declared = toFrontMatter(text);
    assert.match(
      declared,
      /kính gửi:\n {2}- Sở Nội vụ\n {2}- "Sở Tài chính: phòng 2"\n {2}- "Sở #1"\n/u,
    );
    for (const line of ['dự thảo: true', 'độ khẩn: HỎA TỐC', 'độ mật: MẬT']) {
      assert.ok(declared.includes(`${line}\n`), line);
    }
    assertAlike(text, declared);
    assertTypedAlike(text, toText(declared));
  });

  it('quotes a value where YAML would read something else, and nowhere else', () => {
    const subjects: readonly (readonly [string, string])[] = [
      ['Kiểm tra: đợt 1', '"Kiểm tra: đợt 1"'],
      ['Kiểm tra #1', '"Kiểm tra #1"'],
      ['- Kiểm tra', '"- Kiểm tra"'],
      ['2026', '"2026"'],
      ['Yes', '"Yes"'],
      ['“Kiểm tra” (đợt 1), 2026', '“Kiểm tra” (đợt 1), 2026'],
    ];
    for (const [subject, value] of subjects) {
      const text = planSample({ title: `**KẾ HOẠCH**\n\n**${subject}**` });
      const turn = headToFrontMatter(read(text), 'head');
      if (!turn.edits) continue;
      assert.ok(applyEdits(text, turn.edits).includes(`trích yếu: ${value}\n`), subject);
    }
    assert.ok(toFrontMatter(letterSample()).includes('trích yếu: '));
  });

  it('leaves a date at the foot where it is', () => {
    const text = planSample({
      place: '',
      signature: '*Hòa Bình, ngày 05 tháng 3 năm 2026*\n\n**CHỦ TỊCH**\n\n**Lê Văn Nam**',
    });
    const [document] = read(text).documents;
    if (document?.placeAndDate === undefined) return;
    const declared = toFrontMatter(text);
    assert.doesNotMatch(declared, /\nngày:/u);
    assertAlike(text, declared);
  });

  it('leaves the line of who decides in the text, where it is no second issuer', () => {
    const declared = toFrontMatter(decisionSample());
    assert.match(declared, /---\n\n\*\*CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ\*\*\n/u);
    const [document] = read(declared).documents;
    assert.equal(document?.written?.issuer, undefined);
    assert.equal(document?.issuer?.text, 'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ');
    assert.ok(document?.body[0]?.text.startsWith('Căn cứ'));
  });

  it('keeps line endings and a byte order mark', () => {
    const text = `\uFEFF${planSample().replaceAll('\n', '\r\n')}`;
    const declared = toFrontMatter(text);
    assert.ok(declared.startsWith('\uFEFF---\r\n'));
    assert.doesNotMatch(declared, /(?<!\r)\n/u);
    assert.doesNotMatch(toText(declared), /(?<!\r)\n/u);
  });

  it('writes a front matter that has nothing under it', () => {
    const yaml = toFrontMatter(planSample(), 'whole').split('---\n')[1] ?? '';
    for (const text of [`---\n${yaml}---\n`, `---\n${yaml}---`, `---\n${yaml}---\n\n\n`]) {
      const turn = headToText(read(text));
      if (turn.edits) assertAlike(text, applyEdits(text, turn.edits));
    }
  });

  it('says why it cannot turn a head whole', () => {
    const refused = (text: string): string => reasonOf(headToFrontMatter(read(text), 'head'));
    const faulty = planSample().replace('Độc lập - Tự do', 'Độc lập – Tự do');
    assert.match(refused(faulty), /national-title/u);
    assert.match(refused('# Ghi chú\n\nMua sữa.\n'), /loại/u);
    const linked = planSample({ number: 'Số: [15/KH-UBND](https://example.vn)' });
    assert.match(refused(linked), /liên kết/u);
    const half = `---\nsố: 15/KH-UBND\n---\n\n${planSample()}`;
    assert.match(refused(half), /loại/u);
    const anchored = '---\nloại: &a Kế hoạch\nghi: *a\n---\n\nNội dung.\n';
    assert.match(reasonOf(headToText(read(anchored))), /neo/u);
    const broken = '---\nloại: Kế hoạch\nsố: [\n---\n\nNội dung.\n';
    assert.equal(headToText(read(broken)).edits, undefined);
  });

  it('turns the first of several documents and leaves the others', () => {
    const text = `${planSample()}\n${letterSample()}`;
    const turn = headToFrontMatter(read(text), 'head');
    if (!turn.edits) return;
    const declared = applyEdits(text, turn.edits);
    assert.ok(declared.endsWith(letterSample()));
    assertAlike(text, declared);
  });
});

const word = fc
  .constantFrom(
    'về',
    'Số',
    'ngày',
    'KẾ',
    'a:b',
    '#x',
    '- y',
    'yes',
    '2026',
    '*',
    '_',
    '`',
    '[z](u)',
    '<b>',
    '&amp;',
    '|',
    '"',
    "'",
    'Kính gửi',
    'Lưu:',
    '…',
    './.',
    '\\',
    '🙂',
    'é',
  )
  .map((text) => text);
const phrase = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 24 }).map((text) => text.replace(/[\r\n]/gu, ' ')),
);

/** Whatever the turn, its edits do not overlap, every word is kept, and the way back says the same. */
function holds(text: string): void {
  const file = read(text);
  for (const extent of ['head', 'whole'] as const) {
    const turn = headToFrontMatter(file, extent);
    if (!turn.edits) continue;
    const declared = applyEdits(text, turn.edits);
    assertAlike(text, declared);
    assertTypedAlike(text, toText(declared));
  }
  const written = headToText(file);
  if (written.edits) assertAlike(text, applyEdits(text, written.edits));
}

describe('a head turned there and back, for any text', () => {
  it('holds for plain heads of random words', () => {
    fc.assert(
      fc.property(phrase, phrase, phrase, phrase, (number, place, title, addressee) => {
        holds(
          planSample({
            number: `Số: ${number}`,
            place: `${place}, ngày 05 tháng 3 năm 2026`,
            title: `**KẾ HOẠCH**\n\n${title}`,
            addressee: `Kính gửi: ${addressee}`,
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('holds for front matter of random values', () => {
    fc.assert(
      fc.property(phrase, phrase, phrase, phrase, (subject, issuer, place, key) => {
        const quoted = [subject, issuer, place].map((text) => JSON.stringify(text));
        holds(
          `---\nloại: Kế hoạch\ntrích yếu: ${quoted[0] ?? ''}\ncơ quan: ${quoted[1] ?? ''}\nđịa danh: ${quoted[2] ?? ''}\nngày: 2026-03-05\n${JSON.stringify(key)}: [1]\n---\n\nNội dung thực hiện./.\n`,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('holds for the shared documents', function () {
    const texts = sharedTexts();
    if (texts.length === 0) this.skip();
    let possible = 0;
    for (const { text } of texts) {
      if (text.length > 60_000) continue;
      holds(text);
      if (headToFrontMatter(read(text), 'head').edits) possible += 1;
    }
    assert.ok(possible > 20, `${String(possible)} of ${String(texts.length)} heads can be turned`);
  });
});
