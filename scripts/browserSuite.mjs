import { installTestHost } from '../test/testHost/install.mjs';
import { ensureChromium } from '../test/testHost/browser.mjs';
import { run } from './run.mjs';

/** Runs the tests of the built preview page in a browser. Returns how many passed and failed. */
export async function runBrowserSuite() {
  installTestHost();
  ensureChromium();
  const { code, output } = await run('mocha', [
    ...['--no-config', '--node-option', 'import=tsx', '--extension', 'mjs'],
    ...['--reporter', 'dot', '--exit', '--spec', 'test/browser/*.test.mjs'],
  ]);
  const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('failing');
  return { passed: count('passing'), failed: failed === 0 && code !== 0 ? 1 : failed };
}
