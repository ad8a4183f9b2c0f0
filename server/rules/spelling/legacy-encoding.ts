import { toTcvn3 } from '../../vietnamese/tcvn3.ts';
import { toVni } from '../../vietnamese/vni.ts';
import { readLegacy } from '../../vietnamese/legacyEncoding.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';

const sentence = 'Các cơ quan, đơn vị tổ chức thực hiện nhiệm vụ được giao.';

export default rule({
  id: 'legacy-encoding',
  severity: 'error',
  fix: 'yes',
  scope: 'any',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, I',
  title: {
    vi: 'Văn bản gõ bằng bảng mã cũ TCVN3 hoặc VNI',
    en: 'Text in the old encodings TCVN3 or VNI',
  },
  why: {
    vi: 'Chữ dán từ tài liệu cũ (phông .VnTime, VNI-Times) hiện ra thành “Céng hßa x· héi”. Nghị định yêu cầu Unicode; bảng mã được nhận ra và chuyển đổi đúng từng chữ.',
    en: 'Text pasted from old files (the fonts .VnTime, VNI-Times) shows as “Céng hßa x· héi”. The decree asks for Unicode; the encoding is recognised and each letter converted.',
  },
  examples: () => [
    {
      bad: fragmentSample(`«${toTcvn3(sentence)}»`),
      fixed: fragmentSample(sentence),
    },
    {
      bad: fragmentSample(`«${toVni(sentence)}»`),
      fixed: fragmentSample(sentence),
    },
    {
      bad: '**«Quy chÕ v¨n th\u00ad, l\u00adu tr÷ cña x· n¨m 2026»**\n',
      fixed: '**Quy chế văn thư, lưu trữ của xã năm 2026**\n',
    },
    {
      bad: '«QUY CHEÁ VAÊN THÖ, LÖU TRÖÕ CUÛA XAÕ»\n',
      fixed: 'QUY CHẾ VĂN THƯ, LƯU TRỮ CỦA XÃ\n',
    },
    { good: fragmentSample(sentence) },
    { good: fragmentSample('Café Müller, São Paulo, Orléans và à la carte.') },
    { good: 'Là ai thì là, hè này vào lò, đèo cao.\n\nCon bò vào hè, con gà vào hò.\n' },
  ],
  reads: { paragraphs: true },
  check({ lines, source }, report) {
    for (const { paragraph, text, span } of lines) {
      if (paragraph.kind === 'code') continue;
      const legacy = readLegacy(text);
      if (!legacy) continue;
      const typed = source.text.slice(span.start, span.end);
      const newText = readLegacy(typed)?.converted;
      report({
        span,
        message: {
          vi: `Đoạn này gõ bằng bảng mã ${legacy.encoding}: cần Unicode, “${legacy.converted.slice(0, 60)}” (NĐ 30/2020/NĐ-CP, PL I, I)`,
          en: `This passage is in ${legacy.encoding}: Unicode is expected, “${legacy.converted.slice(0, 60)}” (ND 30/2020/NĐ-CP, Annex I, I)`,
        },
        fixes:
          newText === undefined
            ? []
            : [
                {
                  title: {
                    vi: `Chuyển từ ${legacy.encoding} sang Unicode`,
                    en: `Convert from ${legacy.encoding} to Unicode`,
                  },
                  safe: true,
                  edits: [{ span, newText }],
                },
              ],
      });
    }
  },
});
