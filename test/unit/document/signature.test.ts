import assert from 'node:assert/strict';
import {
  authorityMark,
  isNameLine,
  startsSignature,
  stripDegrees,
} from '../../../server/document/signature.ts';

describe('the mark of a signer’s authority', () => {
  it('is read as the norm writes it and as typists do', () => {
    for (const [text, kind] of [
      ['TM. ỦY BAN NHÂN DÂN', 'TM'],
      ['TM.ỦY BAN NHÂN DÂN', 'TM'],
      ['TM ỦY BAN NHÂN DÂN', 'TM'],
      ['T/M ĐOÀN KIỂM TRA', 'TM'],
      ['T/M NHÓM CÔNG TÁC', 'TM'],
      ['T.M. UBND XÃ', 'TM'],
      ['KT CHỦ TỊCH', 'KT'],
      ['KT: TRƯỞNG PHÒNG', 'KT'],
      ['K/T GIÁM ĐỐC', 'KT'],
      ['T/L CHỦ TỊCH', 'TL'],
      ['TUQ CHÁNH THANH TRA', 'TUQ'],
      ['T/UQ. GIÁM ĐỐC', 'TUQ'],
      ['Q GIÁM ĐỐC', 'Q'],
    ] as const)
      assert.equal(authorityMark(text)?.kind, kind, text);
  });

  it('is not seen in words and names that begin with its letters', () => {
    for (const text of [
      'KT TRƯỞNG',
      'KTX GIÁM ĐỐC',
      'TM VÀ DỊCH VỤ PHÚ THỌ',
      'TMDV BAN MAI',
      'TL THAM KHẢO',
      'KT chủ tịch',
      'TM Ủy ban nhân dân xã',
      'QUẢNG NAM',
      'Q 1, TP HỒ CHÍ MINH',
      'TM',
    ])
      assert.equal(authorityMark(text), undefined, text);
  });

  it('begins a signer’s block', () => {
    assert.ok(startsSignature('T/M ỦY BAN NHÂN DÂN'));
    assert.ok(!startsSignature('TM VÀ DỊCH VỤ'));
  });
});

describe('a signer’s name', () => {
  it('is one after the degrees of health and the ranks too', () => {
    for (const titles of [
      'BSCKII.',
      'BSCK2.',
      'BS.CKII.',
      'BS CKI.',
      'ThS. BSCKII.',
      'DSCKI.',
      'BSNT.',
      'Thạc sĩ, Bác sĩ',
      'Bác sĩ chuyên khoa II',
      'Đại tá, BSCKII.',
      'PGS.TS.BS',
    ]) {
      assert.ok(isNameLine(`${titles} Hồ Ngọc Mẫn`), titles);
      assert.equal(stripDegrees(`${titles} Hồ Ngọc Mẫn`), 'Hồ Ngọc Mẫn');
    }
  });

  it('is none where the words are no name', () => {
    for (const text of ['BSCKII.', 'Bác sĩ chuyên khoa II', 'CK II Phòng khám', 'GIÁM ĐỐC'])
      assert.ok(!isNameLine(text), text);
  });
});
