import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLegacy } from '../../../server/vietnamese/legacyEncoding.ts';
import { fromTcvn3, toTcvn3 } from '../../../server/vietnamese/tcvn3.ts';
import { fromVni, toVni } from '../../../server/vietnamese/vni.ts';

const small =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const letters = [...small];

describe('old encodings', () => {
  it('come back from TCVN3 letter for letter, and from its own capitals', () => {
    assert.equal(fromTcvn3(toTcvn3(small)), small);
    assert.equal(fromTcvn3(toTcvn3('ĂÂÊÔƠƯĐ')), 'ĂÂÊÔƠƯĐ');
    assert.equal(new Set(toTcvn3(small)).size, new Set(small).size);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters, ' ', ',', 'A')), (typed) => {
        assert.equal(fromTcvn3(toTcvn3(typed.join(''))), typed.join(''));
      }),
    );
  });

  it('come back from VNI letter for letter, capitals too', () => {
    for (const letter of [...letters, ...letters.map((each) => each.toUpperCase())]) {
      assert.equal(fromVni(toVni(letter)), letter);
    }
    for (const word of ['nghĩa', 'thuở', 'khuỷu', 'ngoằn', 'ƯỚC', 'quyết', 'Đắk', 'hướng']) {
      assert.equal(fromVni(toVni(word)), word);
    }
  });

  it('are recognised, and nothing else is', () => {
    const text = 'Ủy ban nhân dân xã tổ chức hội nghị về chuyển đổi số';
    assert.equal(readLegacy(toTcvn3(text))?.converted, text.replace('Ủ', 'ủ'));
    assert.equal(readLegacy(toVni(text))?.converted, text);
    for (const other of [
      text,
      'Café Müller in Orléans, São Paulo',
      'là à bò gà hè',
      'plain text',
    ]) {
      assert.equal(readLegacy(other), undefined);
    }
  });
});
