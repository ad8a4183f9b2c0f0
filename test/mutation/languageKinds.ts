import { swap, type Kind } from './mutation.ts';

const yes = { restores: true };

/** Mistakes in spelling and typography. */
export const languageKinds: readonly Kind[] = [
  swap(
    'a decomposed word',
    'unicode-form',
    /(?<= )(?:thực hiện|văn hóa|nguồn)(?= )/gu,
    (g) => (g[0] ?? '').normalize('NFD'),
    yes,
  ),
  swap('a Cyrillic letter', 'unicode-form', /(?<= )cộng đồng/gu, 'сộng đồng', yes),
  swap('a zero-width space', 'unicode-form', /ngân sách/gu, 'ngân\u200b sách', yes),
  swap('no such syllable', 'syllable', /(?<= )thiết thực/gu, 'thiếtt thực', {}),
  swap('another real word', 'word-pair', /chuyển đổi số/gu, 'chuyên đổi số', {}),
  swap('two spaces', 'spacing', /(?<=từ) (?=nguồn)/gu, '  ', yes),
  swap(
    'a space before a comma',
    'spacing',
    /(?<=\p{Ll}), (?=\p{Ll})(?!ngày \d+ tháng)/gu,
    ' , ',
    yes,
  ),
  swap(
    'no space after a comma',
    'spacing',
    /(?<=\p{Ll}), (?=\p{Ll})(?!ngày \d+ tháng)/gu,
    ',',
    yes,
  ),
  swap('a word twice', 'repeated-word', /(?<= )(trên|cho|của) (?=\p{Ll})/gu, '$1 $1 ', yes),
  swap('an en dash between years', 'range-dash', /2026 - 2030/gu, '2026 – 2030', yes),
  swap('an abbreviated hour', 'time-format', /7 giờ 30 phút/gu, '7h30', yes),
  swap('a minute sign', 'time-format', /7 giờ 30 phút/gu, '7 giờ 30’', yes),
  swap('đảm bảo', 'preferred-term', /bảo đảm/gu, 'đảm bảo', yes),
  swap('a list item without its mark', 'list-punctuation', /^(b\) .*);$/gmu, '$1', yes),
  swap('dots left in', 'placeholder', /ngân sách xã(?= năm)/gu, '[điền tên]', {}),
  swap('TODO left in', 'placeholder', /Nhà văn hóa xã/gu, 'TODO', {}),
  swap('the tone mark placed the other way', 'tone-placement', /văn hóa(?= đọc)/gu, 'văn hoá', yes),
  swap('a look-alike of đ', 'unicode-form', /(?<= )đến(?= )/gu, 'ðến', yes),
  swap('no space after a semicolon', 'spacing', /(?<=\p{Ll}); (?=\p{Ll})/gu, ';', yes),
  swap('hàng năm', 'preferred-term', /bảo đảm thiết thực/gu, 'bảo đảm hàng năm', {}),
  swap('an unknown key', 'front-matter-field', /^trích yếu:/gmu, 'trích lược:', {}),
  swap('YAML that does not parse', 'front-matter-syntax', /^địa danh: .*$/gmu, 'địa danh: "Hòa', {
    anywhere: true,
  }),
  swap(
    'a letter doubled',
    'syllable',
    /(?<= )(?:kết quả|kinh phí|tổ chức|công tác)(?= )/gu,
    (g) => `${(g[0] ?? '').slice(0, 1)}${g[0] ?? ''}`,
  ),
  swap(
    'capitals all over an agency’s name',
    'capital-agency',
    /(?<=\p{Ll} )Ủy ban nhân dân(?= tỉnh| các)/gu,
    'Ủy Ban Nhân Dân',
    yes,
  ),
  swap(
    'an agency in small letters',
    'capital-agency',
    /(?<=\p{Ll} )Ủy ban nhân dân(?= tỉnh)/gu,
    'ủy ban nhân dân',
    yes,
  ),
];
