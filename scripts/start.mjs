// npm start: installs, builds, and opens the extension on the examples in a real editor: the user's own
// `code`, or else an embedded VS Code for the browser.
//   node scripts/start.mjs [--check]   --check: the embedded one; ends once the extension works at its address
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { inRoot, root } from './paths.mjs';
import { mustRun } from './run.mjs';

const check = process.argv.includes('--check');
const examples = inRoot('examples');
const example = 'ke-hoach.md';

installDependencies();
await mustRun(process.execPath, [inRoot('scripts/build.mjs')]);
if (check || !openInOwnEditor()) await openEmbedded();

/** Opens the user's own VS Code; false when there is no `code` on PATH. */
function openInOwnEditor() {
  const args = [`--extensionDevelopmentPath=${root}`, examples, join(examples, example)];
  // Windows starts `code.cmd` by its shell, which takes the words apart.
  const onWindows = process.platform === 'win32';
  const { error, status } = spawnSync(
    'code',
    ['--new-window', ...(onWindows ? args.map((arg) => `"${arg}"`) : args)],
    { stdio: 'inherit', shell: onWindows },
  );
  return !error && status === 0;
}

async function openEmbedded() {
  const { installTestHost, unsupported } = await import('../test/testHost/install.mjs');
  const reason = unsupported();
  if (reason) {
    console.error(`There is no “code” command here, and ${reason}.`);
    console.error('Install VS Code and its “code” command, then run npm start again.');
    process.exitCode = 1;
    return;
  }
  installTestHost();
  const { releases } = await import('../test/testHost/releases.mjs');
  const { startServer, workbenchAddress } = await import('../test/testHost/server.mjs');
  const server = await startServer(releases.newest);
  const address = workbenchAddress(server, {
    folder: examples,
    file: join(examples, example),
    extensions: [root],
  });
  console.log(`\nVS Code with vanban on the examples, for your browser:\n\n  ${address}\n`);
  if (check) {
    await underlines(address).finally(() => server.close());
    return;
  }
  console.log('Ctrl+C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close());
  await server.exited;
}

/** Settles when the example at the address is open and underlined. */
async function underlines(address) {
  const { openPage } = await import('../test/testHost/browser.mjs');
  const { Workbench } = await import('../test/testHost/workbench.mjs');
  const { page, close } = await openPage();
  try {
    await page.goto(address);
    await new Workbench(page).hasSquiggle('error');
    console.log(`The address answers, and ${example} is underlined in it.`);
  } finally {
    await close();
  }
}
