import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { lint } from '../../../server/lint/lint.ts';
import type { KnownDocument } from '../../../server/norms/knownDocuments.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { issuedBy } from '../../../server/workspace/issuedDocument.ts';
import { issuedDocuments, WorkspaceIndex } from '../../../server/workspace/workspaceIndex.ts';

const plan = 'file:///a/ke-hoach.md';
const letter = 'file:///a/cong-van.md';
const draft = 'file:///a/du-thao.md';

describe('workspace index', () => {
  it('knows what each file’s documents say of themselves', () => {
    const index = new WorkspaceIndex();
    index.set(plan, planSample());
    index.set(letter, letterSample());
    index.set(draft, planSample({ number: 'Số:     /KH-UBND' }));
    const known = index.known('');
    const [found] = known.withNumber('15/KH-UBND');
    assert.deepEqual(found, {
      type: 'ke-hoach',
      number: '15/KH-UBND',
      date: '2026-03-05',
      issuer: 'ỦY BAN NHÂN DÂN XÃ HÒA BÌNH',
      subject: 'Tổ chức Ngày hội đọc sách năm 2026',
      inForceFrom: undefined,
      ended: undefined,
      certainty: 'sure',
      origin: { kind: 'workspace', uri: plan },
    });
    assert.equal(known.withNumber('215/SNV-VP')[0]?.type, 'cong-van');
    assert.equal(known.withNumeral('0215').length, 1);
    assert.deepEqual(index.known(plan).withNumber('15/KH-UBND'), []);
  });

  it('reads front matter and every document of a long file', () => {
    const index = new WorkspaceIndex();
    index.set(plan, frontMatterPlanSample());
    assert.equal(index.known('').withNumber('15/KH-UBND').length, 1);
    const filling = 'Nội dung thực hiện theo phân công của Ủy ban nhân dân.\n\n'.repeat(800);
    index.set(
      plan,
      `${planSample()}\n${filling}\n${letterSample()}\n${filling}\n${decisionSample()}`,
    );
    const known = index.known('');
    for (const number of ['15/KH-UBND', '215/SNV-VP', '101/QĐ-UBND']) {
      assert.equal(known.withNumber(number).length, 1, number);
    }
  });

  it('says of a file what reading all of it says, wherever its documents stand', () => {
    const samples = [planSample(), letterSample(), decisionSample(), frontMatterPlanSample()];
    const draft = planSample({ number: 'Số:     /KH-UBND' });
    const filling = 'Số: 5 người, số điện thoại: 0210 3846 647; theo Kế hoạch số 12/KH-UBND.\n\n';
    const piece = fc.oneof(
      fc.constantFrom(...samples, draft),
      fc.integer({ min: 1, max: 60 }).map((times) => filling.repeat(times)),
      fc.constantFrom('# Ghi chú\n', '- Số: 7/TB-UBND\n', '| Số: | 9/QĐ-UBND |\n|---|---|\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const text = pieces.join('\n\n');
        const whole = issuedBy(parseDocuments(parseSource(text)), plan);
        assert.deepEqual(issuedDocuments(plan, text), whole);
      }),
      { numRuns: 60 },
    );
  });

  it('forgets what a file no longer holds, and grows only by what changed for those who asked', () => {
    const index = new WorkspaceIndex();
    index.set(plan, planSample());
    assert.equal(index.known('').withNumber('15/KH-UBND').length, 1);
    const before = index.generation;
    index.set(plan, planSample({ body: 'Khác./.' }));
    index.set('file:///a/notes.md', '# Ghi chú\n\nSố: 12\n');
    index.set(letter, letterSample());
    assert.equal(index.generation, before);
    index.set(plan, planSample({ number: 'Số: 16/KH-UBND' }));
    assert.ok(index.generation > before);
    assert.deepEqual(index.known('').withNumber('15/KH-UBND'), []);
    index.delete(plan);
    assert.deepEqual(index.known('').withNumeral('16'), []);
  });

  it('has whoever asked ask again when an answer may be another', () => {
    const numbers = ['15/KH-UBND', '016/KH-UBND', '16/KH-UBND', '17/KH-UBND'];
    const change = fc.record({
      uri: fc.constantFrom(plan, letter),
      number: fc.constantFrom(...numbers, undefined),
    });
    const question = fc.constantFrom(...numbers, '15', '16', '17');
    fc.assert(
      fc.property(fc.array(fc.oneof(change, question), { maxLength: 40 }), (steps) => {
        const index = new WorkspaceIndex();
        const known = index.known('');
        const ask = (key: string): string =>
          JSON.stringify(key.includes('/') ? known.withNumber(key) : known.withNumeral(key));
        const told = new Map<string, string>();
        for (const step of steps) {
          const { generation } = index;
          if (typeof step === 'string') told.set(step, ask(step));
          else index.put(step.uri, step.number === undefined ? [] : [numbered(step.number)]);
          if (index.generation === generation) continue;
          for (const key of told.keys()) told.set(key, ask(key));
        }
        for (const [key, answer] of told) assert.equal(ask(key), answer);
      }),
    );
  });

  it('checks a citation against the document itself', () => {
    const index = new WorkspaceIndex();
    index.set(letter, letterSample());
    const citing = planSample({
      bases: '',
      body: 'Theo Công văn số 215/SNV-VP ngày 21/01/2026 của Sở Nội vụ./.',
    });
    const conflicts = (uri: string): number =>
      lint(citing, { known: index.known(uri) }).diagnostics.filter(
        ({ rule }) => rule === 'citation-conflict',
      ).length;
    assert.equal(conflicts(plan), 1);
    assert.equal(conflicts(letter), 0);
    index.set(draft, letterSample({ place: '*Phú Thọ, ngày 21 tháng 01 năm 2026*' }));
    assert.equal(conflicts(plan), 0, 'copies that disagree decide nothing');
  });
});

const [sample] = issuedDocuments('', planSample());

function numbered(number: string): KnownDocument {
  assert.ok(sample);
  return { ...sample, number };
}
