// npm test: installs, builds, and runs every test there is. The last line sums them up.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { installDependencies } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { mustRun, run } from './run.mjs';

const total = { passed: 0, failed: 0 };

/** What failing parts printed of their failures: told again at the end, where a log cut short still shows it. */
const failures = [];

/** Runs one part and adds up its tests. A part that breaks is one failed test; the others still run. */
async function part(title, work) {
  console.log(`\n── ${title}`);
  const begun = Date.now();
  const heard = listen();
  const { passed, failed } = await work().catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  const printed = heard();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`── ${title}\n${toldOfFailures(printed)}`);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`── ${title}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

/** Keeps what is printed from now on; the function it returns ends that and gives the text. */
function listen() {
  let printed = '';
  const streams = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write;
    stream.write = function (data, ...rest) {
      printed += data;
      return write.call(stream, data, ...rest);
    };
    return () => (stream.write = write);
  });
  return () => {
    for (const restore of streams) restore();
    return printed;
  };
}

/** Mocha's own list of failures where there is one; what was printed last otherwise. */
function toldOfFailures(printed) {
  const list = /^ *\d+ failing$/mu.exec(printed);
  const lines = printed.slice(list?.index ?? 0).split('\n');
  return (list ? lines.slice(0, 120) : lines.slice(-60)).join('\n');
}

const counted = (output, word) =>
  [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, 'gm'))].reduce(
    (sum, [, number]) => sum + Number(number),
    0,
  );

async function types() {
  const { code } = await run('npm', ['run', '--silent', 'typecheck']);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unit() {
  const { code, output } = await run('c8', ['mocha', '--reporter', 'dot', '--exit']);
  const passed = counted(output, 'passing');
  const failed = counted(output, 'failing');
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Word files laid out by LibreOffice, line by line beside the preview's pages. */
async function word() {
  const { ensureOffice } = await import('./office.mjs');
  ensureOffice();
  const { code, output } = await run('mocha', [
    '--no-config',
    '--node-option=import=tsx',
    '--extension=ts',
    '--exit',
    '--spec=test/word/**/*.test.ts',
  ]);
  const failed = counted(output, 'failing');
  return { passed: counted(output, 'passing'), failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** What is written from the rules is what the rules say. */
const written = (script) => passing(script, '--check');

async function passing(script, ...options) {
  const { code } = await run('tsx', [script, ...options]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function grammars() {
  const { code, output } = await run('vscode-tmgrammar-test', [
    '--grammar',
    'test/grammar/markdown.stub.tmLanguage.json',
    'test/grammar/**/*.md',
  ]);
  const passed = output.split('✓').length - 1;
  const files = readdirSync(inRoot('test/grammar')).filter((name) => name.endsWith('.md')).length;
  const failed = files - passed;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function host(options) {
  const { runHostSuite } = await import('./hostSuite.mjs');
  return runHostSuite(options);
}

async function keyboard() {
  const { runKeyboardSuite } = await import('./keyboardSuite.mjs');
  return runKeyboardSuite();
}

async function browser() {
  const { runBrowserSuite } = await import('./browserSuite.mjs');
  return runBrowserSuite();
}

/** `npm start` without a `code` on PATH: the embedded VS Code answers at the printed address. */
async function start() {
  const { code } = await run(process.execPath, [inRoot('scripts/start.mjs'), '--check']);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function packaged() {
  const { makePackage } = await import('./package.mjs');
  return host({ suite: 'installed', vsix: await makePackage() });
}

/** Two builds of one source are the same bytes. */
async function reproducible() {
  const { makePackage } = await import('./package.mjs');
  const sums = [];
  for (let build = 0; build < 2; build += 1) {
    const bytes = readFileSync(await makePackage());
    sums.push(createHash('sha256').update(bytes).digest('hex'));
  }
  console.log(sums.join('\n'));
  return sums[0] === sums[1] ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const begun = Date.now();
installDependencies();
await mustRun(process.execPath, [inRoot('scripts/build.mjs')]);
await part('Types', types);
await part('Units, rules and protocol', unit);
await part('Word files in LibreOffice', word);
await part('Random cases', () => passing('test/fuzz/run.ts'));
// room for young objects: what the collector takes is no cost of a rule's own
await part('Growth of costs', () =>
  passing('--max-semi-space-size=64', 'test/bench/ruleGrowth.ts'),
);
await part('Rule pages', () => written('scripts/ruleDocs.ts'));
await part('Config schema', () => written('scripts/configSchema.ts'));
await part('Grammars', grammars);
await part('The preview in a browser', browser);
await part('In the newest VS Code', () => host({ release: 'newest' }));
await part('In the lowest VS Code', () => host({ release: 'lowest' }));
await part('Vietnamese at the keyboard', keyboard);
await part('npm start', start);
await part('The packaged extension', packaged);
await part('Two builds, the same bytes', reproducible);
if (failures.length > 0) console.log(`\nWhat failed, again:\n\n${failures.join('\n')}`);
const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
console.log(`\nAll in ${minutes} min.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
