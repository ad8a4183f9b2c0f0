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
    const { config, problems: found } = readConfig(
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
      exclude: ['luu-tru/**'],
    });
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

  it('lets ids of the office’s own rules through', () => {
    assert.deepEqual(problems('rules: {nha/ten-goi: error}'), []);
  });
});
