import assert from 'node:assert/strict';
import { lint } from '../../../server/lint/lint.ts';
import type { LintSettings } from '../../../server/lint/settings.ts';
import type { KnownDocument } from '../../../server/norms/knownDocuments.ts';
import { knownDocuments } from '../../../server/norms/register/knownDocuments.ts';
import { exampleRegister } from '../../../server/rules/register/exampleRegister.ts';
import { lawNamesDiffer, titlesDiffer } from '../../../server/rules/register/titles.ts';
import { planSample, type SampleParts } from '../../../server/rules/samples.ts';

const old = 'Căn cứ Nghị định số 110/2004/NĐ-CP của Chính phủ về công tác văn thư.';

function found(
  rule: string,
  parts: SampleParts,
  settings: LintSettings = {},
  rows: readonly KnownDocument[] = exampleRegister,
): readonly string[] {
  const { diagnostics } = lint(planSample(parts), { known: knownDocuments([rows]), ...settings });
  return diagnostics
    .filter((diagnostic) => diagnostic.rule === rule)
    .map(({ severity }) => severity);
}

describe('rules on the register', () => {
  it('say nothing where nothing is known', () => {
    const { diagnostics } = lint(planSample({ bases: old }));
    assert.deepEqual(
      diagnostics.filter(({ rule }) => rule.startsWith('citation-re')),
      [],
    );
  });

  it('leave citation-unknown off until the settings give it a level', () => {
    const parts = { bases: 'Căn cứ Nghị định số 31/2020/NĐ-CP của Chính phủ.' };
    assert.deepEqual(found('citation-unknown', parts), []);
    for (const level of ['warning', 'info'] as const) {
      const settings = { rules: { 'citation-unknown': level } };
      assert.deepEqual(found('citation-unknown', parts, settings), [level]);
    }
  });

  it('judge by the document’s own date, as far as it is written', () => {
    const on = (place: string): readonly string[] =>
      found('citation-repealed', { bases: old, place: `*Hòa Bình, ${place}*` });
    assert.deepEqual(on('ngày 04 tháng 3 năm 2020'), []);
    assert.deepEqual(on('ngày 05 tháng 3 năm 2020'), ['warning']);
    assert.deepEqual(on('ngày      tháng 3 năm 2020'), []);
    assert.deepEqual(on('ngày      tháng 4 năm 2020'), ['warning']);
    assert.deepEqual(on('ngày      tháng      năm 2020'), []);
    assert.deepEqual(on('ngày      tháng      năm 2021'), ['warning']);
  });

  it('date a draft without a year by the latest document that it cites and the register confirms', () => {
    const place = '*Hòa Bình, ngày      tháng      năm      *';
    assert.deepEqual(found('citation-repealed', { bases: old, place }), []);
    const later = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\n' + old;
    assert.deepEqual(found('citation-repealed', { bases: later, place }), ['warning']);
  });

  it('report what is not sure as a note at most, and what is unsure not at all', () => {
    const rows = (certainty: KnownDocument['certainty']): readonly KnownDocument[] =>
      exampleRegister.map((row) => ({ ...row, certainty }));
    const date = { bases: 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 của Chính phủ.' };
    for (const [certainty, expected] of [
      ['sure', ['warning']],
      ['likely', ['info']],
      ['unsure', []],
    ] as const) {
      assert.deepEqual(found('citation-repealed', { bases: old }, {}, rows(certainty)), expected);
      assert.deepEqual(found('citation-register', date, {}, rows(certainty)), expected);
    }
  });

  it('take an end in part for no end', () => {
    const rows = exampleRegister.map((row): KnownDocument =>
      row.ended ? { ...row, ended: { ...row.ended, how: 'partly' } } : row,
    );
    assert.deepEqual(found('citation-repealed', { bases: old }, {}, rows), []);
  });

  it('take titles for different only when nothing telling is shared', () => {
    const title =
      'ban hành Quy chế quản lý, vận hành hệ thống thông tin giải quyết thủ tục hành chính';
    for (const other of [
      'QUY CHẾ VẬN HÀNH HỆ THỐNG THÔNG TIN',
      'về việc ban hành Quy chế quản lý hệ thống TTHC của tỉnh',
      'về công tác',
    ]) {
      assert.equal(titlesDiffer(title, other), false, other);
    }
    assert.equal(titlesDiffer(title, 'về phòng cháy, chữa cháy rừng mùa khô'), true);
    assert.equal(lawNamesDiffer('Đất đai', 'sửa đổi Luật Đất đai'), false);
    assert.equal(lawNamesDiffer('Nhà ở', 'Đấu thầu'), true);
  });
});
