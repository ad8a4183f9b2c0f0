import assert from 'node:assert/strict';
import type { Document } from '../../../server/document/document.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

function only(text: string): Document {
  const documents = parseDocuments(parseSource(text));
  assert.equal(documents.length, 1);
  const [document] = documents;
  assert.ok(document);
  return document;
}

function at(text: string, part: { span: { start: number; end: number } } | undefined): string {
  return part ? text.slice(part.span.start, part.span.end) : '';
}

describe('the head of a document', () => {
  it('has every component of a plan at its place', () => {
    const text = planSample();
    const document = only(text);
    assert.equal(at(text, document.nationalTitle), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    assert.equal(at(text, document.motto), 'Độc lập - Tự do - Hạnh phúc');
    assert.equal(document.issuer?.text, 'ỦY BAN NHÂN DÂN XÃ HÒA BÌNH');
    assert.equal(document.parentAgency, undefined);
    assert.equal(at(text, document.number), '15/KH-UBND');
    assert.equal(at(text, document.number?.numeral), '15');
    assert.equal(at(text, document.number?.symbol), 'KH-UBND');
    assert.equal(at(text, document.placeAndDate?.place), 'Hòa Bình');
    assert.deepEqual(document.placeAndDate?.date, { day: 5, month: 3, year: 2026 });
    assert.equal(document.type?.id, 'ke-hoach');
    assert.equal(at(text, document.subject), 'Tổ chức Ngày hội đọc sách năm 2026');
    assert.equal(document.legalBases.length, 2);
    assert.equal(document.recognised, true);
  });

  it('has a place and date whose word is missing, but no birthday', () => {
    const text = planSample({ place: '*Hòa Bình, 05/3/2026*' });
    const document = only(text);
    assert.equal(at(text, document.placeAndDate?.place), 'Hòa Bình');
    assert.deepEqual(document.placeAndDate?.date, { day: 5, month: 3, year: 2026 });
    const list = planSample({ place: '', body: 'Danh sách:\n\nNguyễn Văn An, 05/3/1990' });
    assert.equal(only(list).placeAndDate, undefined);
  });

  it('tells the parent agency of a letter from its issuer', () => {
    const text = letterSample();
    const document = only(text);
    assert.equal(document.parentAgency?.text, 'UBND TỈNH PHÚ THỌ');
    assert.equal(document.issuer?.text, 'SỞ NỘI VỤ');
    assert.equal(document.type?.id, 'cong-van');
    assert.equal(document.subject?.label?.text, 'V/v');
    assert.deepEqual(
      document.addressees?.items.map((item) => item.content.text),
      ['Ủy ban nhân dân các xã, phường'],
    );
  });

  it('reads two columns that a paste put on one line', () => {
    const text = [
      'UBND TỈNH PHÚ THỌ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc',
      'Số: 12/KH-SNV    Phú Thọ, ngày 03 tháng 4 năm 2026',
      '',
      'KẾ HOẠCH',
      'Kiểm tra công vụ năm 2026',
    ].join('\n');
    const document = only(text);
    assert.equal(document.parentAgency?.text, 'UBND TỈNH PHÚ THỌ');
    assert.equal(document.issuer?.text, 'SỞ NỘI VỤ');
    assert.equal(at(text, document.nationalTitle), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    assert.equal(at(text, document.number), '12/KH-SNV');
    assert.equal(at(text, document.placeAndDate), 'Phú Thọ, ngày 03 tháng 4 năm 2026');
    assert.equal(document.subject?.text, 'Kiểm tra công vụ năm 2026');
  });

  it('reads a head that a converter made a table of', () => {
    const text = [
      '| UBND TỈNH PHÚ THỌ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |',
      '| --- | --- |',
      '| **SỞ NỘI VỤ** | **Độc lập - Tự do - Hạnh phúc** |',
      '| Số: 12/KH-SNV | *Phú Thọ, ngày 03 tháng 4 năm 2026* |',
      '',
      '**KẾ HOẠCH**',
    ].join('\n');
    const document = only(text);
    assert.equal(document.issuer?.text, 'SỞ NỘI VỤ');
    assert.equal(at(text, document.number), '12/KH-SNV');
    assert.equal(document.placeAndDate?.date.year, 2026);
  });

  it('keeps a blank number and a blank day blank', () => {
    const document = only(
      planSample({ number: 'Số:      /KH-UBND', place: 'Hòa Bình, ngày    tháng 3 năm 2026' }),
    );
    assert.equal(document.number?.numeral, undefined);
    assert.equal(document.number?.symbol?.text, 'KH-UBND');
    assert.deepEqual(document.placeAndDate?.date, { day: undefined, month: 3, year: 2026 });
  });

  it('reads a received stamp as no part of the body', () => {
    const document = only(
      letterSample({
        addressee:
          'Kính gửi: Ủy ban nhân dân tỉnh.\n\nVĂN PHÒNG UBND TỈNH\n\nĐẾN Số: 215\nNgày: 14/01/2026\n\nChuyển: VX',
      }),
    );
    assert.equal(document.receivedStamp?.number?.text, '215');
    assert.match(document.body[0]?.text ?? '', /^Sở Nội vụ đề nghị/u);
  });

  it('reads decomposed letters as composed ones, at their place in the file', () => {
    const text = planSample().normalize('NFD');
    const document = only(text);
    assert.equal(document.type?.id, 'ke-hoach');
    assert.equal(at(text, document.motto).normalize('NFC'), 'Độc lập - Tự do - Hạnh phúc');
  });

  it('recognises Party documents', () => {
    const document = only(
      'ĐẢNG ỦY XÃ HÒA BÌNH\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 12-KH/ĐU\n\nHòa Bình, ngày 12 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nHọc tập nghị quyết\n',
    );
    assert.equal(document.party, true);
  });
});

describe('a head as people type it', () => {
  const letter = (line: string): Document => only(letterSample({ title: line }));

  it('may label a letter’s subject with Về việc, or leave the label alone', () => {
    assert.equal(letter('Về việc rà soát công tác văn thư').subject?.label?.text, 'Về việc');
    assert.equal(letter('V/v').subject?.text, '');
    assert.equal(letter('Về việc rà soát').addressees?.items.length, 1);
  });

  it('may have capitals, an underscore or no slash in its number line', () => {
    assert.equal(only(planSample({ number: 'SỐ: 15/KH-UBND' })).number?.numeral?.text, '15');
    assert.equal(only(planSample({ number: 'Số: 12/TB_UBND' })).number?.symbol?.text, 'TB_UBND');
    assert.equal(only(planSample({ number: 'Số: 12 KH-UBND' })).number?.numeral?.text, '12');
  });

  it('takes no sentence for a number line', () => {
    const document = only(planSample({ number: 'Số: 123/KH-UBND là số của kế hoạch năm ngoái.' }));
    assert.equal(document.number, undefined);
  });

  it('may have Quốc hiệu and Tiêu ngữ on one line', () => {
    const document = only(
      planSample({ nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc' }),
    );
    assert.equal(document.nationalTitle?.text, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    assert.equal(document.motto?.text, 'Độc lập - Tự do - Hạnh phúc');
  });

  it('leaves a year that is still being filled in blank', () => {
    const document = only(planSample({ place: 'Hòa Bình, ngày 05 tháng 3 năm 20…' }));
    assert.equal(document.placeAndDate?.date.year, undefined);
  });
});
