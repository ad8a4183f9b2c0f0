import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { lint } from '../../../server/lint/lint.ts';
import { decisionSample, letterSample, planSample } from '../../../server/rules/samples.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const snippets = JSON.parse(readFileSync('snippets/vanban.code-snippets', 'utf8')) as Readonly<
  Record<string, Snippet>
>;

/** The text with every placeholder at its default, as the editor first shows it. */
function expanded(snippet: Snippet): string {
  const defaults = new Map<string, string>();
  return snippet.body
    .join('\n')
    .replaceAll('$CURRENT_YEAR', '2026')
    .replace(
      /\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^|]*\|)\}/gu,
      (_, stop: string, value: string | undefined, first: string | undefined) => {
        const shown = defaults.get(stop) ?? value ?? first ?? '';
        defaults.set(stop, shown);
        return shown;
      },
    );
}

/** What the linter says above a hint: a draft's blank number and day are as they should be. */
function loud(text: string): readonly string[] {
  return lint(text)
    .diagnostics.filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** The snippet's text in a document that is sound without it; undefined for a whole document. */
function inPlace(prefix: string, text: string): string | undefined {
  const sections = planSample().split('\n\n').slice(9, 18);
  const [purpose = '', purposeText = '', content = '', ...rest] = sections;
  assert.ok(purpose.startsWith('**I.') && content.startsWith('**II.'));
  const opening = 'Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch như sau:';
  const closing = rest.slice(-2);
  const withSections = (...middle: readonly string[]): string =>
    planSample({ body: [opening, ...middle].join('\n\n') });
  const numbered = (label: string): string => text.replace(/^\*\*[IV]+\./u, `**${label}.`);
  switch (prefix) {
    case 'vb-muc-muc-dich':
      return withSections(text, content, ...rest);
    case 'vb-muc-noi-dung':
      return withSections(
        purpose,
        purposeText,
        `${text}\n\n**3. Kinh phí**\n\nTừ ngân sách xã.`,
        ...closing,
      );
    case 'vb-muc-to-chuc':
      return withSections(purpose, purposeText, content, ...rest.slice(0, -2), numbered('III'));
  }
  if (prefix.startsWith('vb-muc-')) {
    const last = closing.join('\n\n').replace('III.', 'IV.');
    return withSections(purpose, purposeText, content, ...rest.slice(0, -2), numbered('III'), last);
  }
  if (prefix === 'vb-can-cu-theo-de-nghi') {
    return decisionSample({
      bases: `Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\n${text}`,
    });
  }
  if (prefix === 'vb-thuc-hien' || prefix.startsWith('vb-can-cu-')) {
    return planSample({ bases: text.replace(/;$/u, '.') });
  }
  if (prefix === 'vb-noi-nhan-quyet-dinh') return decisionSample({ recipients: text });
  if (prefix === 'vb-noi-nhan-cong-van') return letterSample({ recipients: text });
  if (prefix.startsWith('vb-noi-nhan-')) return planSample({ recipients: text });
  if (/^vb-ky-tm(?:kt)?$/u.test(prefix)) return planSample({ signature: text });
  if (prefix.startsWith('vb-ky-')) return letterSample({ signature: text });
  return undefined;
}

describe('snippets', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    it(`have tab stops, a prefix without diacritics and a description: ${name}`, () => {
      assert.match(snippet.body.join('\n'), /\$\{1[:|]/u);
      assert.match(snippet.prefix, /^vb-[a-z-]+$/u);
      assert.notEqual(snippet.description, '');
    });
  }

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  for (const [name, snippet] of Object.entries(snippets)) {
    if (name.includes('cả văn bản')) {
      it(`give a whole document that lints clean: ${name}`, () => {
        assert.deepEqual(loud(expanded(snippet)), []);
      });
    }
    const text = inPlace(snippet.prefix, expanded(snippet));
    if (text === undefined) continue;
    it(`give a part that lints clean in its place: ${name}`, () => {
      assert.deepEqual(loud(text), [], text);
    });
  }

  for (const [name, snippet] of Object.entries(snippets)) {
    if (!snippet.prefix.startsWith('vb-dau-')) continue;
    it(`give a head in which nothing is wrong: ${name}`, () => {
      const head = expanded(snippet).trimEnd();
      const text = planSample({ agency: head, nation: '', number: '', place: '' });
      const wrong = loud(text).filter((each) => !/^(?:body-opening|signature-)/u.test(each));
      assert.deepEqual(wrong, [], text);
    });
  }
});

describe('the examples', () => {
  for (const name of readdirSync('examples').filter((each) => each.endsWith('.md'))) {
    it(name === 'ke-hoach.md' ? 'show many mistakes in the plan' : `lint clean: ${name}`, () => {
      const found = loud(readFileSync(`examples/${name}`, 'utf8'));
      if (name === 'ke-hoach.md') assert.ok(found.length >= 15, found.join('\n'));
      else assert.deepEqual(found, []);
    });
  }
});
