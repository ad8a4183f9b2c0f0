import assert from 'node:assert/strict';
import { readConfig } from '../../../server/config/readConfig.ts';

/** Each problem as the text that it marks and its Vietnamese message. */
function problems(text: string): readonly string[] {
  return readConfig(text).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${message.vi}`,
  );
}

describe('readConfig', () => {
  it('reads every key', () => {
    const {
      config: { excludes, ...config },
      problems: found,
    } = readConfig(
      [
        'root: true',
        'language: en',
        'preset: nghiem',
        'rules:',
        '  section-level: off',
        '  tone-placement: {level: error, style: new}',
        'types:',
        '  cong-van: {rules: {subject-missing: info}}',
        'terms: {hàng năm: hằng năm}',
        'words: [SmartGov, 4G]',
        'require-reason: true',
        'baseline: .vanban/old.yml',
        'house: [.vanban/house.yml]',
        'exclude: [luu-tru/**]',
      ].join('\n'),
    );
    assert.deepEqual(found, []);
    assert.deepEqual(config, {
      root: true,
      language: 'en',
      preset: 'nghiem',
      rules: {
        'section-level': { level: 'off' },
        'tone-placement': { level: 'error', options: { style: 'new' } },
      },
      types: { 'cong-van': { 'subject-missing': { level: 'info' } } },
      terms: { 'hàng năm': 'hằng năm' },
      words: ['SmartGov', '4G'],
      requireReason: true,
      baseline: '.vanban/old.yml',
      house: ['.vanban/house.yml'],
    });
    assert.equal(excludes?.('luu-tru/a.md'), true);
    assert.equal(excludes('a.md'), false);
  });

  it('marks a name that does not exist and says what was meant', () => {
    assert.deepEqual(problems('rule:\n  x: off\n'), ['rule: Không có khóa “rule”: ý là rules?']);
    assert.deepEqual(problems('rules:\n  section-levels: off\n'), [
      'section-levels: Không có quy tắc “section-levels”: ý là section-level?',
    ]);
    assert.deepEqual(problems('types:\n  congvan: {}\n'), [
      'congvan: Không có loại văn bản “congvan”: ý là cong-van?',
    ]);
    assert.deepEqual(problems('rules: {tone-placement: {stile: new}}'), [
      'stile: Không có tùy chọn của tone-placement “stile”: ý là style?',
    ]);
  });

  it('marks a wrong value and keeps the others', () => {
    const text = 'rules:\n  section-level: loud\n  ending-mark: warnin\n  quotes: off\nwords: 3\n';
    assert.deepEqual(problems(text), [
      'loud: “loud” không dùng được: cần off, error, warning, info, hint',
      'warnin: “warnin” không dùng được: cần warning',
      '3: Giá trị sai kiểu: cần một danh sách',
    ]);
    assert.deepEqual(readConfig(text).config, { rules: { quotes: { level: 'off' } } });
    assert.deepEqual(problems('rules: {tone-placement: {style: newer}}').length, 1);
    assert.deepEqual(problems('- a').length, 1);
  });

  it('uses nothing of a file that is no YAML and says where it breaks', () => {
    const { config, problems: found } = readConfig('rules: {a: off');
    assert.deepEqual(config, {});
    assert.equal(found[0]?.severity, 'error');
    assert.deepEqual(problems('language: vi\nlanguage: en\n'), ['l: Khóa này đã có ở trên']);
  });

  it('leaves out a pattern of paths that is none, and keeps the others', () => {
    const text = 'exclude:\n  - "[QĐ-UBND]*"\n  - cu/\n  - [a]\nwords: [Zalo]\n';
    assert.deepEqual(problems(text), [
      '"[QĐ-UBND]*": Khoảng “Đ-U” trong […] ngược thứ tự; tên có dấu “[” thì viết “[[]”',
      '[a]: Giá trị sai kiểu: cần một chữ',
    ]);
    const { excludes, words } = readConfig(text).config;
    assert.deepEqual(words, ['Zalo']);
    assert.equal(excludes?.('cu/a.md'), true);
    assert.equal(excludes('Q.md'), false);
    assert.equal(readConfig('exclude: "[z-a].md"').config.excludes, undefined);
  });

  it('bounds the patterns of paths together, names without wildcards apart', () => {
    const many = (pattern: string): string =>
      `exclude:\n${Array.from({ length: 400 }, (_, at) => `  - "${pattern}${at}"\n`).join('')}`;
    assert.deepEqual(problems(many('a'.repeat(40))), []);
    const found = problems(many('**a'.repeat(30)));
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /Quá nhiều mẫu/u);
  });

  it('reads a pattern once that aliases repeat', () => {
    const text = `exclude: [&a "${'**a'.repeat(160)}"${', *a'.repeat(9000)}]`;
    const { config, problems: found } = readConfig(text);
    assert.deepEqual(found, []);
    assert.equal(config.excludes?.('b'.repeat(200)), false);
  });

  it('refuses a file that is too long before it is parsed, and bounds the errors', () => {
    const found = readConfig(`words:\n${'  - a\n'.repeat(600_000)}`).problems;
    assert.equal(found.length, 1);
    assert.match(found[0]?.message.vi ?? '', /quá dài.*200000/u);
    assert.deepEqual(found[0]?.span, { start: 0, end: 6 });
    assert.equal(readConfig(`words: [${',]['.repeat(1000)}`).problems.length, 20);
  });

  it('takes JSON, an empty file and comments alone', () => {
    assert.deepEqual(readConfig('{"rules": {"quotes": "off"}}').config, {
      rules: { quotes: { level: 'off' } },
    });
    assert.deepEqual(readConfig(''), { config: {}, problems: [] });
    assert.deepEqual(readConfig('# chưa có gì\nrules:\n'), { config: {}, problems: [] });
  });

  it('gives up on aliases that multiply', () => {
    const levels = 'abcdefghijk'.split('');
    const lines = levels.map((name, at) => {
      const before = levels[at - 1];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => (before ? `*${before}` : 'x')).join(', ')}]`;
    });
    const { problems: found } = readConfig(lines.join('\n'));
    assert.equal(found[0]?.severity, 'error');
  });

  it('takes what an alias stands for: the last anchor of that name before it', () => {
    const text =
      'words: [&a Zalo, *a, &a Viber, *a]\n&k language: vi\nterms: {x: *k}\nhouse: &h [a.yml]\nexclude: *h';
    const { config, problems: found } = readConfig(text);
    assert.deepEqual(found, []);
    assert.deepEqual(config.words, ['Zalo', 'Zalo', 'Viber', 'Viber']);
    assert.deepEqual(config.terms, { x: 'language' });
    assert.equal(config.excludes?.('a.yml'), true);
  });

  it('lets ids of the office’s own rules through', () => {
    assert.deepEqual(problems('rules: {nha/ten-goi: error}'), []);
  });
});
