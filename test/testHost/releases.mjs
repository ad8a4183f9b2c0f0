import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));

const installed = (name) => join(here, 'node_modules', name);

/** The VS Code releases to test in: the newest, and the lowest that `engines.vscode` allows. */
export const releases = {
  newest: {
    name: 'newest',
    vscode: join(installed('code-server-newest'), 'lib', 'vscode'),
    node: join(installed('node-newest'), 'bin', 'node'),
    // Since about 1.120 the server takes extensions and tests from the address only with this.
    serverArguments: ['--enable-smoke-test-driver'],
  },
  lowest: {
    name: 'lowest',
    vscode: join(installed('code-server-lowest'), 'lib', 'vscode'),
    node: join(installed('node-lowest'), 'bin', 'node'),
    serverArguments: [],
  },
};

/** The release that the environment names (`VANBAN_TEST_HOST=lowest`); the newest when it names none. */
export function releaseOfEnvironment() {
  const name = process.env.VANBAN_TEST_HOST ?? 'newest';
  const release = releases[name];
  if (!release) throw new Error(`VANBAN_TEST_HOST is ${name}: newest or lowest is known`);
  return release;
}
