import assert from 'node:assert/strict';
import { agencies, agenciesOn } from '../../../server/norms/agencies.ts';
import {
  provinceNamed,
  provinces,
  provincesOn,
  successorOf,
} from '../../../server/norms/provinces.ts';
import { readAgencies } from '../../../server/norms/workspaceAgencies.ts';

describe('provinces', () => {
  it('counts 63 before and 34 since 1 July 2025', () => {
    assert.equal(provincesOn('2021-09-29').length, 63);
    assert.equal(provincesOn('2025-06-30').length, 63);
    assert.equal(provincesOn('2025-07-01').length, 34);
  });

  it('agrees on what was merged into what', () => {
    for (const { name, absorbed = [] } of provinces)
      for (const old of absorbed) assert.equal(provinceNamed(old)?.successor, name, old);
    for (const { name, successor } of provinces)
      if (successor !== undefined && name !== 'Thừa Thiên Huế')
        assert.ok(provinceNamed(successor)?.absorbed?.includes(name), name);
  });

  it('finds a province by its name and by its day', () => {
    assert.equal(provinceNamed('tỉnh Bình Dương')?.successor, 'Hồ Chí Minh');
    assert.equal(provinceNamed('Bình Dương', '2026-01-05'), undefined);
    assert.equal(provinceNamed('THÀNH PHỐ HUẾ')?.name, 'Huế');
    assert.equal(provinceNamed('Khánh Hoà')?.name, 'Khánh Hòa');
    assert.equal(provinceNamed('Bà Rịa-Vũng Tàu')?.name, 'Bà Rịa - Vũng Tàu');
    const old = provinceNamed('Hậu Giang');
    assert.equal(old && successorOf(old).name, 'Cần Thơ');
  });
});

describe('agencies', () => {
  it('names the ministries of each day', () => {
    const on = (date: string): readonly string[] => agenciesOn(date).map(({ name }) => name);
    assert.ok(on('2024-05-01').includes('Bộ Kế hoạch và Đầu tư'));
    assert.ok(!on('2025-03-01').includes('Bộ Kế hoạch và Đầu tư'));
    assert.ok(on('2025-03-01').includes('Bộ Dân tộc và Tôn giáo'));
    assert.ok(!on('2025-02-28').includes('Bộ Nông nghiệp và Môi trường'));
  });

  it('gives successors that the table knows', () => {
    const names = new Set(agencies.map(({ name }) => name));
    for (const { successor } of agencies)
      if (successor !== undefined) assert.ok(names.has(successor), successor);
  });
});

describe('readAgencies', () => {
  it('reads a list', () => {
    const { agencies: read, problems } = readAgencies([
      { name: 'Trung tâm Văn hóa', symbols: ['TTVH'], level: 'commune', kind: 'state' },
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(read[0]?.symbols, ['TTVH']);
  });

  it('says which entry and field is wrong and keeps the others', () => {
    const { agencies: read, problems } = readAgencies([
      { name: 'Trung tâm Văn hóa', symbols: [], level: 'commune', kind: 'state' },
      { name: 'Đội Quản lý', symbols: ['ĐQL'], level: 'xã', kind: 'state', colour: 1 },
      7,
      { name: 'Hội Sinh vật cảnh', symbols: ['HSVC'], level: 'organisation', kind: 'organisation' },
    ]);
    assert.equal(read.length, 1);
    assert.deepEqual(
      problems.map(({ index, field }) => [index, field]),
      [
        [0, 'symbols'],
        [1, 'colour'],
        [1, 'level'],
        [2, undefined],
      ],
    );
    assert.equal(readAgencies({}).problems[0]?.index, -1);
    assert.deepEqual(readAgencies(undefined).problems, []);
  });
});
