import { specialCapitals } from '../../norms/specialCapitals.ts';
import { asWord, lower } from '../../source/words.ts';
import { wordListOf } from '../lineWords.ts';
import { isQuotedInLine } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { WordPhrases } from '../wordPhrases.ts';

const patterns = specialCapitals.map((special) => {
  const { word, after, before, notAfter } = special;
  const next = before.length === 0 ? '' : `(?=,? (?:${before.join('|')}))`;
  const lead = notAfter.map((other) => `(?<!${other} )`).join('');
  return {
    ...special,
    pattern: new RegExp(`${asWord(`${lead}(?:${after.join('|')}) (${word})`)}${next}`, 'giu'),
  };
});

const phrases = new WordPhrases(
  specialCapitals.flatMap(({ after, word }) =>
    after.map((lead) => [`${lead} ${word}`, word] as const),
  ),
);

export default rule({
  id: 'capital-special',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, V',
  title: {
    vi: 'Thiếu chữ hoa ở Nhân dân, thứ trong tuần, ngày lễ, tết',
    en: 'The people, a weekday or a holiday lacks its capital',
  },
  why: {
    vi: 'Nghị định viết hoa danh từ Nhân dân, tên thứ trong tuần không ghi bằng số (thứ Hai), tên ngày lễ và tết Nguyên đán. Chỉ nhắc ở chỗ chắc chắn: “nhân dân” trong công an nhân dân thì không phải.',
    en: 'The decree writes the noun Nhân dân (the people), weekdays in words (thứ Hai), holidays and tết Nguyên đán with a capital. Only sure places are reported, not nhân dân inside other names such as công an nhân dân.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Tuyên truyền sâu rộng trong các tầng lớp «nhân dân», đồng thời công khai kết quả.',
      ),
      fixed: fragmentSample(
        'Tuyên truyền sâu rộng trong các tầng lớp Nhân dân, đồng thời công khai kết quả.',
      ),
    },
    {
      bad: fragmentSample('Chăm lo đời sống «nhân dân»; lắng nghe ý kiến của «nhân dân».'),
      fixed: fragmentSample('Chăm lo đời sống Nhân dân; lắng nghe ý kiến của Nhân dân.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị phổ biến đến cán bộ, công chức và «nhân dân» trên địa bàn./.',
      }),
    },
    {
      bad: fragmentSample(
        'Họp giao ban vào thứ «hai» hằng tuần; khai mạc thứ «sáu», ngày 02/10/2026.',
      ),
      fixed: fragmentSample(
        'Họp giao ban vào thứ Hai hằng tuần; khai mạc thứ Sáu, ngày 02/10/2026.',
      ),
    },
    { bad: fragmentSample('Trực cơ quan trong dịp Tết «nguyên đán» và ngày «quốc khánh».') },
    { good: fragmentSample('Tuyên truyền sâu rộng trong các tầng lớp Nhân dân.') },
    { good: fragmentSample('Đại hội lần thứ hai, ngày 02/10/2026; đứng thứ ba toàn tỉnh.') },
    { good: fragmentSample('Lực lượng công an nhân dân, quân đội nhân dân và tòa án nhân dân.') },
    { good: fragmentSample('Báo cáo của Ủy ban nhân dân và Hội đồng nhân dân xã.') },
    {
      good: fragmentSample('Sửa “các tầng lớp nhân dân” thành “các tầng lớp Nhân dân”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const line of document.body) {
      if (line.paragraph.kind === 'code') continue;
      if (!phrases.some(wordListOf(line))) continue;
      const folded = lower(line.text);
      for (const { pattern, word, right, norm } of patterns) {
        // a pattern costs much more to make than a look for its word
        if (!folded.includes(word)) continue;
        for (const match of line.text.matchAll(pattern)) {
          const [whole, typed = ''] = match;
          if (typed !== word) continue;
          const start = match.index + whole.length - typed.length;
          if (isQuotedInLine(line, start, start + typed.length)) continue;
          const span = line.spanOf(start, start + typed.length);
          report({
            span,
            message: {
              vi: `“${word}” ở đây phải viết hoa: cần “${right}” (NĐ 30/2020/NĐ-CP, PL II, ${norm})`,
              en: `“${word}” takes a capital here: expected “${right}” (ND 30/2020/NĐ-CP, Annex II, ${norm})`,
            },
            fixes: [
              {
                title: { vi: `Viết hoa: ${right}`, en: `Capitalise: ${right}` },
                safe: true,
                edits: [{ span, newText: right }],
              },
            ],
          });
        }
      }
    }
  },
});
