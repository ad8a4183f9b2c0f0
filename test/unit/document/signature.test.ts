import assert from 'node:assert/strict';
import { authorityMark, startsSignature } from '../../../server/document/signature.ts';

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
