import assert from 'node:assert/strict';
import Ajv from 'ajv';
import fc from 'fast-check';
import data from '../../../server/norms/data/agency-abbreviations.json' with { type: 'json' };
import schema from '../../../server/norms/data/agency-abbreviations.schema.json' with { type: 'json' };
import type { Agency } from '../../../server/norms/agencies.ts';
import { editDistance } from '../../../server/norms/editDistance.ts';
import { meantSymbol, standsFor, symbolOf, symbolsOf } from '../../../server/norms/symbols.ts';

describe('symbols of agencies', () => {
  const built: Readonly<Record<string, string>> = {
    'ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG': 'UBND',
    'Uỷ ban nhân dân xã Hoà Bình': 'UBND',
    'HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ': 'HĐND',
    'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO': 'PGDĐT',
    'SỞ NỘI VỤ': 'SNV',
    'Sở Giáo dục và Đào tạo Đồng Tháp': 'SGDĐT',
    'SỞ NGOẠI VỤ': 'SNgV',
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH PHÚ THỌ': 'SVHTTDL',
    'PHÒNG VĂN HÓA - XÃ HỘI': 'PVHXH',
    'PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ': 'PKTHTĐT',
    'VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH': 'VPUBND',
    'VĂN PHÒNG CHÍNH PHỦ': 'VPCP',
    'TRƯỜNG THPT NGUYỄN TRÃI': 'THPTNT',
    'TRƯỜNG ĐẠI HỌC Y DƯỢC': 'ĐHYD',
    'CÔNG AN TỈNH LÂM ĐỒNG': 'CAT',
    'BẢO HIỂM XÃ HỘI TỈNH': 'BHXH',
    'BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ': 'BCĐCĐS',
    'TRUNG TÂM Y TẾ HUYỆN ĐẠ TẺH': 'TTYT',
    'CHI CỤC THỦY LỢI': 'CCTL',
    'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG': 'TTPVHCC',
    'PHÒNG KINH TẾ': 'PKT',
    'VĂN PHÒNG HĐND VÀ UBND': 'VP',
    'BỘ DÂN TỘC VÀ TÔN GIÁO': 'BDTTG',
    'BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI': 'BLĐTBXH',
    'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH PHÚ THỌ': 'SNNMT',
    'SỞ DÂN TỘC VÀ TÔN GIÁO': 'SDTTG',
    'TRƯỜNG TIỂU HỌC HÒA BÌNH': 'THHB',
    'TRƯỜNG MẦM NON HOA SEN': 'MNHS',
    'HỘI ĐỒNG NHÂN DÂN XÃ HÒA BÌNH': 'HĐND',
  };
  for (const [name, symbol] of Object.entries(built)) {
    it(`are ${symbol} for ${name}`, () => {
      assert.equal(symbolOf(name), symbol);
    });
  }

  it('are accepted as offices shorten them, draw them out or join them', () => {
    for (const group of ['PGDĐT', 'PGD&ĐT', 'PGD', 'GDĐT', 'PGDĐTTP', 'P.GDĐT']) {
      assert.ok(standsFor(group, 'Phòng Giáo dục và Đào tạo'), group);
      assert.equal(meantSymbol(group, 'Phòng Giáo dục và Đào tạo'), undefined, group);
    }
    assert.ok(standsFor('CAT(PC04)', 'CÔNG AN TỈNH LÂM ĐỒNG'));
    assert.ok(standsFor('BCĐ389', 'BAN CHỈ ĐẠO 389 TỈNH'));
    assert.ok(standsFor('VPUB', 'VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH'));
  });

  const slips: readonly (readonly [string, string, string])[] = [
    ['PGĐĐT', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'PGDĐT'],
    ['PGDDĐT', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'PGDĐT'],
    ['PGDDT', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'PGDĐT'],
    ['UBNND', 'ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG', 'UBND'],
    ['UNBD', 'ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG', 'UBND'],
    ['HDND', 'HỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG', 'HĐND'],
    ['SVN', 'SỞ NỘI VỤ', 'SNV'],
  ];
  for (const [typed, name, meant] of slips) {
    it(`take ${typed} for a slip of ${meant}`, () => {
      assert.equal(meantSymbol(typed, name), meant);
    });
  }

  it('leave alone what an agency may have set itself', () => {
    assert.equal(meantSymbol('STP', 'SỞ TÀI CHÍNH'), undefined);
    assert.equal(meantSymbol('VX', 'ỦY BAN NHÂN DÂN TỈNH'), undefined);
    assert.equal(meantSymbol('HĐND', 'ỦY BAN NHÂN DÂN TỈNH'), undefined);
    assert.equal(meantSymbol('', 'SỞ NỘI VỤ'), undefined);
  });

  it('give an answer to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, group) => {
        const symbols = symbolsOf(name);
        for (const symbol of symbols) {
          assert.notEqual(symbol, '');
          assert.equal(meantSymbol(symbol, name), undefined);
        }
        assert.ok(!standsFor(group, name) || meantSymbol(group, name) === undefined);
      }),
    );
  });

  it('are listed by their schema', () => {
    const validate = new Ajv({ unicodeRegExp: true }).compile(schema);
    assert.ok(validate(data), JSON.stringify(validate.errors));
  });
});

describe('symbols that a workspace sets', () => {
  const added: readonly Agency[] = [
    {
      name: 'Trung tâm Văn hóa',
      names: ['Trung tâm VH'],
      symbols: ['VHHB'],
      level: 'commune',
      kind: 'state',
    },
  ];

  it('stand for the agency, with its territorial unit or without', () => {
    assert.ok(standsFor('VHHB', 'TRUNG TÂM VĂN HÓA XÃ HÒA BÌNH', added));
    assert.ok(standsFor('VHHB', 'Trung tâm VH', added));
    assert.equal(meantSymbol('VHBH', 'TRUNG TÂM VĂN HOÁ', added), 'VHHB');
  });

  it('leave other agencies alone', () => {
    assert.ok(!standsFor('VHHB', 'TRUNG TÂM VĂN HÓA NGHỆ THUẬT', added));
    assert.equal(meantSymbol('PGĐĐT', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', added), 'PGDĐT');
  });
});

describe('edit distance', () => {
  it('counts additions, losses, changes and swaps', () => {
    assert.equal(editDistance('UBND', 'UBND'), 0);
    assert.equal(editDistance('UNBD', 'UBND'), 1);
    assert.equal(editDistance('UBD', 'UBND'), 1);
    assert.equal(editDistance('', 'SNV'), 3);
    assert.equal(editDistance('PGDDĐT', 'PGDĐT'), 1);
  });

  it('is the same both ways and never more than the longer text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        assert.equal(editDistance(a, b), editDistance(b, a));
        assert.ok(editDistance(a, b) <= Math.max(a.length, b.length));
      }),
    );
  });
});
