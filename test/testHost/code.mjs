#!/usr/bin/env node
// Stands in for the `code` executable: takes the arguments that @vscode/test-electron gives, runs the suite
// in the extension host of VS Code's server, and ends with its exit code.
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { format, parseArgs } from 'node:util';
import { openPage } from './browser.mjs';
import { releaseOfEnvironment } from './releases.mjs';
import { startServer, workbenchAddress } from './server.mjs';

const exitCodes = { failed: 1, pageCrashed: 70, serverEnded: 71, hostCrashed: 72, tooSlow: 124 };
const limit = Number(process.env.VANBAN_TEST_LIMIT ?? 300_000);

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

function target() {
  const path = positionals.find((name) => existsSync(name));
  if (!path) return {};
  return statSync(path).isDirectory() ? { folder: path } : { folder: dirname(path), file: path };
}

function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

async function runSuite(server, page, said) {
  const { promise: finished, resolve: finish } = withResolvers();
  page.on('crash', () => finish(exitCodes.pageCrashed));
  server.exited.then(() => finish(exitCodes.serverEnded));
  await page.exposeFunction('codeAutomationExit', finish);
  await page.exposeFunction('codeAutomationLog', (kind, args) => {
    said.push(`[${kind}] ${format(...[args].flat())}`);
  });
  page.on('console', (message) => said.push(`[page] ${message.text()}`));
  const extensions = values.extensionDevelopmentPath ?? [];
  await page.goto(
    workbenchAddress(server, { ...target(), extensions, tests: values.extensionTestsPath }),
  );
  const late = pause(limit, exitCodes.tooSlow, { ref: false });
  const code = await Promise.race([finished, late]);
  // VS Code reports success when the extension host dies in the middle of a run.
  const crashed = /Extension Host Process exited with code: (?!0\b)/.test(server.log());
  return code === 0 && crashed ? exitCodes.hostCrashed : code;
}

/** Leaves a picture and the logs of a failed run where `VANBAN_TEST_OUT` says. */
async function keepEvidence(server, page, said) {
  const folder = process.env.VANBAN_TEST_OUT;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'workbench.log'), said.join('\n'));
  writeFileSync(join(folder, 'server.log'), server.log());
  await page.screenshot({ path: join(folder, 'failed.png') }).catch(() => undefined);
}

async function main() {
  const server = await startServer(releaseOfEnvironment(), {
    userData: values['user-data-dir'],
    extensions: values['extensions-dir'],
  });
  let browser;
  const stop = async () => {
    await browser?.close();
    await server.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop().finally(() => process.exit(exitCodes.failed)));
  }
  try {
    browser = await openPage();
    const said = [];
    const code = await runSuite(server, browser.page, said);
    if (code !== 0) {
      console.error(`the run inside VS Code ended with ${code}`);
      await keepEvidence(server, browser.page, said);
    }
    return code;
  } finally {
    await stop();
  }
}

process.exitCode = await main();
