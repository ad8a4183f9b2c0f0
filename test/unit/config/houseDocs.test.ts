import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readHouseRules } from '../../../server/config/houseRules.ts';
import { lint } from '../../../server/lint/lint.ts';
import { planSample } from '../../../server/rules/samples.ts';

const page = readFileSync(new URL('../../../docs/house-rules.md', import.meta.url), 'utf8');
const [, example = ''] = /```yaml\n([^]*?)```/u.exec(page) ?? [];

describe('house rules, as their page shows them', () => {
  it('are read without a problem and do as their examples say', () => {
    const { rules, problems } = readHouseRules(example);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rules.map(({ id }) => id),
      ['nha/xung-ho', 'nha/quy-chu-so', 'nha/du-toan'],
    );
    for (const rule of rules) {
      for (const each of rule.examples()) {
        if (!('bad' in each) || rule.id === 'nha/du-toan') continue;
        const text = planSample({ body: `**I. NỘI DUNG**\n\n${each.bad}` });
        assert.equal(lint(text, { houseRules: [rule] }, []).diagnostics.length, 1, each.bad);
      }
    }
  });

  it('ask a plan for the section, and other types not', () => {
    const section = readHouseRules(example).rules.filter(({ id }) => id === 'nha/du-toan');
    const missing = planSample({ body: '**I. NỘI DUNG**\n\nRà soát hồ sơ./.' });
    const reports = (text: string): number =>
      lint(text, { houseRules: section }, []).diagnostics.length;
    assert.equal(reports(missing), 1);
    assert.equal(reports(planSample()), 0);
    assert.equal(reports(missing.replace('KẾ HOẠCH', 'BÁO CÁO')), 0);
  });

  it('are refused where their types are unknown, their examples disagree or aliases pile up', () => {
    const refuse = (text: string): string =>
      readHouseRules(text)
        .problems.map(({ message }) => message.vi)
        .join(' ');
    assert.match(refuse(example.replace('[ke-hoach, bao-cao]', '[ke-hoax]')), /types/u);
    assert.match(refuse(example.replace('[dự toán, kinh phí]', '[nội dung]')), /bad/u);
    const levels = Array.from({ length: 9 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x]' : `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}x]`,
    );
    assert.match(refuse(levels.join('\n')), /Quá nhiều giá trị|rules/u);
  });
});
