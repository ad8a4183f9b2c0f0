import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../../server/lint/lint.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../server/rules/samples.ts';
import { WorkspaceIndex } from '../../../server/workspace/workspaceIndex.ts';

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

  it('has whoever asked ask again when any answer may be another', () => {
    const numbers = ['15/KH-UBND', '016/KH-UBND', '16/KH-UBND', '17/KH-UBND'];
    const step = fc.oneof(
      fc.record({
        uri: fc.constantFrom(plan, letter, draft),
        number: fc.constantFrom(...numbers, undefined),
      }),
      fc.record({ asked: fc.constantFrom(...numbers), isNumeral: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const index = new WorkspaceIndex();
        const answers = new Map<string, () => string>();
        let told = new Map<string, string>();
        let { generation } = index;
        for (const each of steps) {
          if ('uri' in each) {
            if (each.number === undefined) index.delete(each.uri);
            else index.set(each.uri, planSample({ number: `Số: ${each.number}` }));
          } else {
            const { asked, isNumeral } = each;
            const known = index.known(draft);
            const ask = (): string =>
              JSON.stringify(
                isNumeral
                  ? known.withNumeral(parseInt(asked, 10).toString())
                  : known.withNumber(asked),
              );
            answers.set(`${asked} ${isNumeral}`, ask);
            told.set(`${asked} ${isNumeral}`, ask());
          }
          if (index.generation !== generation) {
            told = new Map([...answers].map(([key, ask]) => [key, ask()]));
            ({ generation } = index);
          }
          const silent = new WorkspaceIndex();
          for (const uri of index.uris()) silent.put(uri, index.documentsOf(uri));
          for (const [key, answer] of told) {
            const [asked = '', isNumeral] = key.split(' ');
            const known = silent.known(draft);
            const present =
              isNumeral === 'true'
                ? known.withNumeral(parseInt(asked, 10).toString())
                : known.withNumber(asked);
            assert.deepEqual(
              new Set(JSON.parse(answer) as unknown[]),
              new Set(JSON.parse(JSON.stringify(present)) as unknown[]),
            );
          }
        }
      }),
      { numRuns: 60 },
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
