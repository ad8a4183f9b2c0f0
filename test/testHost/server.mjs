// VS Code's own server: the extension host of the tests, and the workbench as a web page.
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Nothing that asks, hints, saves or looks for a network by itself. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'window.commandCenter': false,
};

/** The built-in extensions that a writer of Markdown meets; the others only slow the start. */
const builtinExtensions = [
  'theme-defaults',
  'theme-seti',
  'markdown-basics',
  'markdown-language-features',
  'json',
  'yaml',
  'html',
];

const startLimit = 60_000;

/**
 * A running server in folders of its own. `close` ends it and removes them.
 * `settings` are laid over the quiet ones; `extensions` is a folder of installed extensions.
 */
export async function startServer(release, { userData, extensions, settings = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vanban-host-'));
  const userFolder = userData ?? join(folder, 'user');
  mkdirSync(join(userFolder, 'User'), { recursive: true });
  writeFileSync(
    join(userFolder, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }),
  );
  const port = await freePort();
  const log = join(folder, 'server.log');
  const child = run(release, log, [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--server-data-dir', join(folder, 'data'), '--user-data-dir', userFolder],
    ...['--extensions-dir', extensions ?? join(folder, 'extensions')],
    ...['--builtin-extensions-dir', builtins(release, folder)],
    ...release.serverArguments,
  ]);
  const server = {
    authority: `127.0.0.1:${port}`,
    log: () => readFileSync(log, 'utf8'),
    exited: new Promise((done) => child.once('exit', done)),
    close: () => close(child, folder),
  };
  try {
    await answers(server, child);
  } catch (error) {
    const said = server.log().slice(-4000);
    await server.close();
    throw new Error(`VS Code's server did not start:\n${said}`, { cause: error });
  }
  return server;
}

/** Installs a packaged extension into a folder, without a network. */
export function installExtension(release, vsix, extensions) {
  const data = mkdtempSync(join(tmpdir(), 'vanban-install-'));
  try {
    const args = ['--install-extension', resolve(vsix), '--extensions-dir', extensions];
    execFileSync(release.node, [...serverProgram(release), ...args, '--server-data-dir', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(data),
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The address of the workbench on a folder, with extensions under development and the tests to run in it. */
export function workbenchAddress(server, { folder, file, extensions = [], tests } = {}) {
  const remote = (path) => `vscode-remote://${server.authority}${encodeURI(resolve(path))}`;
  const payload = [
    ...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({
    ...(folder ? { folder: resolve(folder) } : { ew: 'true' }),
    payload: JSON.stringify(payload),
  });
  return `http://${server.authority}/?${query}`;
}

function serverProgram(release) {
  return [join(release.vscode, 'out', 'server-main.js'), '--accept-server-license-terms'];
}

function run(release, log, args) {
  const output = openSync(log, 'w');
  const child = spawn(
    release.node,
    [...serverProgram(release), '--telemetry-level', 'off', '--disable-workspace-trust', ...args],
    { env: environment(join(log, '..')), stdio: ['ignore', output, output], detached: true },
  );
  closeSync(output);
  return child;
}

/** Ours without what a surrounding VS Code left in it; the gallery that is none stops every look outside. */
function environment(home) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VSCODE_|ELECTRON_|CODE_SERVER)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_RUNTIME_DIR: home,
    EXTENSIONS_GALLERY: '{}',
  };
}

function builtins(release, parent) {
  const folder = join(parent, 'builtin');
  mkdirSync(folder);
  for (const name of builtinExtensions) {
    const source = join(release.vscode, 'extensions', name);
    if (existsSync(source)) symlinkSync(source, join(folder, name));
  }
  return folder;
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

async function answers(server, child) {
  const end = Date.now() + startLimit;
  while (Date.now() < end && isAlive(child)) {
    const answer = await fetch(`http://${server.authority}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(isAlive(child) ? `no answer in ${startLimit} ms` : 'it ended');
}

function isAlive(child) {
  return child.exitCode === null && child.signalCode === null;
}

async function close(child, folder) {
  const ended = isAlive(child) ? new Promise((done) => child.once('exit', done)) : undefined;
  // The whole group: the server leaves extension hosts behind when it alone is told to end.
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (!isAlive(child)) break;
    process.kill(-child.pid, signal);
    await Promise.race([ended, pause(2000, undefined, { ref: false })]);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
