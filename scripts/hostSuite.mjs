import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
  SilentReporter,
} from '@vscode/test-electron';
import { build } from 'esbuild';
import { installTestHost } from '../test/testHost/install.mjs';
import { releases } from '../test/testHost/releases.mjs';
import { installExtension } from '../test/testHost/server.mjs';
import { inRoot, root } from './paths.mjs';

const standIn = inRoot('test/testHost/code.mjs');

/** What @vscode/test-electron calls our releases; the lowest is the one that `engines.vscode` names. */
const downloads = { newest: 'stable', lowest: '1.100.0' };

/** Milliseconds that the place of downloads may stay silent. */
const silence = 5000;

/**
 * Runs a folder of test/host inside a real VS Code and returns how many tests passed and failed.
 * `suite`: `suite` for the extension as built, `installed` for the packaged file `vsix`.
 */
export async function runHostSuite({ release = 'newest', suite = 'suite', vsix } = {}) {
  await bundle(suite);
  const executable = await findExecutable(release);
  const folder = mkdtempSync(join(tmpdir(), 'vanban-run-'));
  const workspace = join(folder, 'workspace');
  const extensions = join(folder, 'extensions');
  const result = join(folder, 'result.json');
  mkdirSync(workspace);
  cpSync(inRoot('test/fixtures/dossier.md'), join(workspace, 'dossier.md'));
  try {
    if (vsix) install(executable, release, vsix, extensions);
    let ended = true;
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: vsix ? inRoot('test/host/bystander') : root,
      extensionTestsPath: inRoot('out/host', suite, 'index.cjs'),
      extensionTestsEnv: {
        VANBAN_TEST_HOST: release,
        VANBAN_TEST_RESULT: result,
        VANBAN_TEST_OUT: inRoot('out/host', `failed-${release}`),
      },
      launchArgs: [
        workspace,
        ...(vsix ? [] : ['--disable-extensions']),
        ...['--user-data-dir', join(folder, 'user')],
        ...['--extensions-dir', extensions],
      ],
    }).catch((error) => {
      console.log(String(error));
      ended = false;
    });
    // The suite itself says what ran: a VS Code that ended well without running it is a failure.
    const tests = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : [];
    report(tests);
    const failed = tests.filter(({ failure }) => failure).length;
    const wrong = failed === 0 && (!ended || tests.length === 0);
    return { passed: tests.length - failed, failed: wrong ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function report(tests) {
  if (tests.length === 0) console.log('  no test ran');
  for (const { title, milliseconds, failure } of tests) {
    console.log(`  ${failure ? '✗' : '✔'} ${title} (${milliseconds} ms)`);
    if (failure) console.log(failure.replace(/^/gm, '      '));
  }
}

async function bundle(suite) {
  const folder = inRoot('test/host', suite);
  rmSync(inRoot('out/host', suite), { recursive: true, force: true });
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', ...tests.map((name) => join('test/host', suite, name))],
    entryNames: '[name]',
    outdir: join('out/host', suite),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** The VS Code to run in: the one that the environment names, a downloaded one, or the stand-in. */
async function findExecutable(release) {
  if (process.env.VSCODE_EXECUTABLE_PATH) return process.env.VSCODE_EXECUTABLE_PATH;
  return (await download(release)) ?? useStandIn();
}

async function download(release) {
  // A desktop program: it starts only where there is a screen.
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: downloads[release],
      reporter: new SilentReporter(),
      timeout: silence,
      cachePath: inRoot('.vscode-test'),
    });
  } catch (error) {
    console.log(`VS Code cannot be downloaded here (${error.message}); the embedded one is used.`);
    return undefined;
  }
}

function useStandIn() {
  installTestHost();
  return standIn;
}

function install(executable, release, vsix, extensions) {
  if (executable === standIn) {
    installExtension(releases[release], vsix, extensions);
    return;
  }
  const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const { status, stderr } = spawnSync(
    command,
    [...args, '--extensions-dir', extensions, '--install-extension', vsix],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the package cannot be installed: ${stderr}`);
}
