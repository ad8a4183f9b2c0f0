/**
 * Writes docs/rules from the rules: a page a rule and an index. With --check it writes nothing and fails when a
 * page is not what the rules say.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePage } from '../server/lint/rulePage.ts';
import { rules } from '../server/rules/index.ts';
import type { Rule } from '../server/rules/rule.ts';

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url));

function page(rule: Rule): string {
  return `# ${rule.id}\n\n${rulePage(rule, 'vi')}\n\n---\n\n## In English\n\n${rulePage(rule, 'en')}\n`;
}

function index(): string {
  const rows = rules.map(
    ({ id, severity, fix, title, offByDefault }) =>
      `| [\`${id}\`](${id}.md) | ${offByDefault ? 'off' : severity} | ${fix} | ${cell(title.vi)} | ${cell(title.en)} |`,
  );
  return [
    '# Quy tắc',
    'Các trang này được viết ra từ chính các quy tắc (`scripts/ruleDocs.ts`): sửa quy tắc, không sửa trang.',
    'These pages are written from the rules themselves: change the rule, not the page.',
    `| Quy tắc | Mức | Sửa nhanh | Báo điều gì | What it reports |\n|---|---|---|---|---|\n${rows.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

const wanted = new Map([
  ['README.md', index()],
  ...rules.map((rule) => [`${rule.id}.md`, page(rule)] as const),
]);
const present = existsSync(folder) ? readdirSync(folder) : [];
const stale = [
  ...present.filter((name) => !wanted.has(name)),
  ...[...wanted].flatMap(([name, text]) => {
    const path = join(folder, name);
    return existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [name];
  }),
];

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(
      `docs/rules is behind the rules (run npx tsx scripts/ruleDocs.ts): ${stale.join(', ')}`,
    );
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of present) if (!wanted.has(name)) rmSync(join(folder, name));
  for (const [name, text] of wanted) writeFileSync(join(folder, name), text);
  console.log(`${wanted.size} pages in docs/rules`);
}
