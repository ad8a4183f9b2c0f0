import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { isCollective, isDeputy, isHeadRun, mayShowDegree } from '../../../server/norms/signers.ts';

const read = (name: string): object =>
  JSON.parse(readFileSync(`server/norms/data/${name}.json`, 'utf8')) as object;

describe('signers', () => {
  it('are listed as the schema says', () => {
    const ajv = new Ajv({ allErrors: true });
    assert.ok(ajv.validate(read('signers.schema'), read('signers')), ajv.errorsText());
  });

  it('of a committee, council or steering board stand for all', () => {
    for (const body of [
      'Ủy ban nhân dân xã Hòa Bình',
      'UBND TỈNH',
      'HỘI ĐỒNG NHÂN DÂN',
      'BAN CHỈ ĐẠO',
    ])
      assert.ok(isCollective(body) && !isHeadRun(body), body);
  });

  it('of a department, office or school sign by title', () => {
    for (const body of [
      'SỞ NỘI VỤ',
      'Phòng Tư pháp',
      'TRƯỜNG THPT HÒA BÌNH',
      'BAN GIÁM HIỆU',
      'BỘ TÀI CHÍNH',
    ])
      assert.ok(isHeadRun(body) && !isCollective(body), body);
  });

  it('of a body whose name only looks so are left alone', () => {
    for (const body of ['BỘ PHẬN MỘT CỬA', 'BỘ CHỈ HUY QUÂN SỰ', 'ĐOÀN KIỂM TRA', 'SỞN', ''])
      assert.ok(!isHeadRun(body) && !isCollective(body), body);
  });

  it('are deputies by their titles', () => {
    for (const title of ['PHÓ CHỦ TỊCH', 'THỨ TRƯỞNG']) assert.ok(isDeputy(title), title);
    for (const title of ['CHỦ TỊCH', 'PHÓNG VIÊN']) assert.ok(!isDeputy(title), title);
  });

  it('may show a degree in education, health and the armed forces alone', () => {
    for (const body of ['Trường Tiểu học Phú Lợi', 'BỆNH VIỆN ĐA KHOA', 'CÔNG AN TỈNH'])
      assert.ok(mayShowDegree(body), body);
    for (const body of ['SỞ NỘI VỤ', 'ỦY BAN NHÂN DÂN XÃ HÒA BÌNH'])
      assert.ok(!mayShowDegree(body), body);
  });
});
