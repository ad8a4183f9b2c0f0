import assert from 'node:assert/strict';
import { columnsOf } from '../../../server/register/columns.ts';
import { readNumberText } from '../../../server/document/citations/readNumberText.ts';
import { dateOf } from '../../../server/register/entry.ts';
import { readRegisterCsv, readRegisterJson } from '../../../server/register/readRegister.ts';
import {
  addToRegisterCsv,
  addToRegisterJson,
  mergeRegister,
  writeRegisterCsv,
} from '../../../server/register/writeRegister.ts';

const file = '.vanban/register.csv';
const log = [
  'so_ky_hieu,ngay_ban_hanh,trich_yeu,hieu_luc',
  '12/KH-UBND,10/02/2026,"về phát triển văn hóa đọc, năm 2026",Còn hiệu lực',
  'QĐ-UBND,10/02/2026,thiếu số,',
  '13/KH-UBND,31/02/2026,ngày không có,',
  ',01/02/2026,không có số,',
  '12/KH-UBND,10/02/2026,"về phát triển văn hóa đọc, năm 2026",Còn hiệu lực',
  '215/UBND-VX,2026-03-01,rà soát văn thư,Hết hiệu lực toàn bộ',
  '',
].join('\n');

describe('register of documents', () => {
  it('knows the usual names of columns', () => {
    const headers = ['STT', 'Số, ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Cơ quan ban hành'];
    assert.deepEqual(
      [...columnsOf(headers)],
      [
        ['number', 1],
        ['date', 2],
        ['subject', 3],
        ['issuer', 4],
      ],
    );
    assert.equal(columnsOf(['Mã', 'Lúc'], { mã: 'number', Lúc: 'date' }).get('date'), 1);
  });

  it('takes or refuses every row, and says why', () => {
    const { entries, refused, notes, rows } = readRegisterCsv(log, { file });
    assert.equal(rows, 6);
    assert.deepEqual(
      entries.map(({ number, date, type }) => [number, date, type]),
      [
        ['12/KH-UBND', '2026-02-10', 'ke-hoach'],
        ['215/UBND-VX', '2026-03-01', 'cong-van'],
      ],
    );
    assert.deepEqual(
      refused.map(({ line, reason }) => [line, reason.kind]),
      [
        [3, 'bad-number'],
        [4, 'bad-date'],
        [5, 'no-number'],
        [6, 'duplicate'],
      ],
    );
    assert.deepEqual(
      notes.map(({ line, reason }) => [line, reason.kind]),
      [[7, 'end-undated']],
    );
    assert.deepEqual(entries[0]?.origin, { kind: 'register', file, line: 2 });
    assert.equal(entries[0]?.certainty, 'sure');
  });

  it('doubts a number that two rows give differently', () => {
    const text = 'number,date,subject\n5/QĐ-UBND,01/02/2026,về một\n05/QĐ-UBND,02/02/2026,về hai\n';
    const { entries, notes } = readRegisterCsv(text, { file });
    assert.deepEqual(
      entries.map(({ number, certainty }) => `${number} ${certainty}`),
      ['05/QĐ-UBND unsure', '05/QĐ-UBND unsure'],
    );
    assert.equal(notes[0]?.reason.kind, 'conflict');
  });

  it('gives a log’s agency to its own papers alone', () => {
    const { entries } = readRegisterCsv('number\n5/QĐ-UBND\n6/NQ-HĐND\n', {
      file,
      issuer: 'Ủy ban nhân dân tỉnh Phú Thọ',
    });
    assert.deepEqual(
      entries.map(({ issuer }) => issuer),
      ['Ủy ban nhân dân tỉnh Phú Thọ', undefined],
    );
  });

  it('refuses a file without a column of numbers', () => {
    const { refused, entries } = readRegisterCsv('a,b\n1,2\n', { file });
    assert.deepEqual([entries.length, refused[0]?.reason.kind], [0, 'format']);
    assert.deepEqual(readRegisterCsv('', { file }).entries, []);
  });

  it('reads dates as offices write them', () => {
    const day = { year: 2020, month: 3, day: 5 };
    for (const text of ['05/3/2020', '5-3-2020', '05.03.2020', '2020-03-05', '2020-03-05T00:00:00'])
      assert.deepEqual(dateOf(text), day, text);
    assert.deepEqual(dateOf('ngày 05 tháng 3 năm 2020'), day);
    assert.deepEqual(dateOf('05/03/2020 08:30'), day);
    for (const text of ['31/02/2020', '5/3/20', '43895', 'hôm qua'])
      assert.equal(dateOf(text), undefined, text);
  });

  it('reads numbers by the grammar of citations', () => {
    assert.equal(readNumberText('Số: 30/2020/NĐ-CP')?.normal, '30/2020/NĐ-CP');
    assert.equal(readNumberText('3764 / BGDĐT - GDTX')?.normal, '3764/BGDĐT-GDTX');
    for (const text of ['1830', 'QĐ-UBND', '12/KH-UBND và 13/KH-UBND', '157/TB_UBND'])
      assert.equal(readNumberText(text), undefined, text);
  });

  it('writes what it reads back', () => {
    const { entries } = readRegisterCsv(
      'number,type,date,issuer,subject,endedOn,endedBy,certainty\n110/2004/NĐ-CP,nghi-dinh,2004-04-08,Chính phủ,về công tác văn thư,2020-03-05,30/2020/NĐ-CP,likely\n',
      { file },
    );
    const again = readRegisterCsv(writeRegisterCsv(entries), { file });
    assert.deepEqual(again.entries, entries);
    assert.deepEqual(entries[0]?.ended, { on: '2020-03-05', how: 'replaced', by: '30/2020/NĐ-CP' });
  });

  it('adds at the end and leaves every byte before it, unreadable rows too', () => {
    const before = '\uFEFFGhi chú;Số, ký hiệu;Ngày\r\nmật;không rõ;?\r\n;12/KH-UBND;10/02/2026';
    const { entries } = readRegisterCsv(
      'number,date,subject\n14/KH-UBND,11/02/2026,"về ""đọc""; viết"\n',
      { file },
    );
    const after = addToRegisterCsv(before, entries);
    const [head, ...lines] = after.split('\r\n');
    assert.equal(head, '\uFEFFGhi chú;Số, ký hiệu;Ngày;type;subject');
    assert.deepEqual(lines, [
      'mật;không rõ;?',
      ';12/KH-UBND;10/02/2026',
      ';14/KH-UBND;2026-02-11;ke-hoach;"về ""đọc""; viết"',
      '',
    ]);
    assert.equal(readRegisterCsv(after, { file }).entries.length, 2);
    assert.equal(addToRegisterCsv(before, []), before);
  });

  it('reads and extends JSON, with the line of each row', () => {
    const text =
      '{\n  "owner": "x",\n  "documents": [\n    { "number": "12/KH-UBND", "date": "2026-02-10" },\n    { "number": "?" }\n  ]\n}\n';
    const { entries, refused } = readRegisterJson(text, { file: 'register.json' });
    assert.deepEqual(
      [entries[0]?.origin, refused[0]?.line],
      [{ kind: 'register', file: 'register.json', line: 4 }, 5],
    );
    const after = addToRegisterJson(text, entries);
    const value = JSON.parse(after) as { owner: string; documents: unknown[] };
    assert.deepEqual([value.owner, value.documents.length], ['x', 3]);
    assert.equal(readRegisterJson('{ "documents": [', { file }).refused[0]?.reason.kind, 'format');
  });

  it('merges without repeating what is there', () => {
    const { entries } = readRegisterCsv(log, { file });
    const { added, present } = mergeRegister(entries.slice(0, 1), entries);
    assert.deepEqual([added.length, present.length], [1, 1]);
  });
});
