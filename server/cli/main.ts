import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { installationOf } from '../installation.ts';
import { bundledAssets } from '../output/typesetAssets.ts';
import { whyNotWritten } from './diskReasons.ts';
import type { Io } from './io.ts';
import { removeAsides } from './outputFile.ts';
import { faultText, run } from './run.ts';

const installation = installationOf(process.argv[1] ?? '');
const program = fileURLToPath(import.meta.url);
const args = process.argv.slice(2);
const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  },
  folder: process.cwd(),
  color: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  language: process.env['VANBAN_LANGUAGE'] === 'en' ? 'en' : undefined,
  version: installation.version,
  ...(/\.[cm]js$/u.test(program) ? { program } : {}),
  watched: process.stderr.isTTY === true,
  typesetter: installation.bundle === undefined ? undefined : bundledAssets(installation.bundle),
};

// What cannot be told ends nothing: the exit status still tells.
process.stderr.on('error', () => undefined);

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  const { vi, en } = whyNotWritten(error);
  io.err(
    `vanban: ${io.language === 'en' ? `cannot write the output: ${en}` : `không ghi được kết quả: ${vi}`}\n`,
  );
  process.exit(2);
});

/** The exit status of a program that a signal ends is 128 and the signal's number. */
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    removeAsides();
    process.exit(status);
  });
}

async function start(): Promise<void> {
  if (!isMainThread) {
    const { lintThread } = await import('./lintCommand.ts');
    return lintThread(io);
  }
  if (args[0] !== 'lsp') {
    process.exitCode = await run(args, io);
    return;
  }
  const { lspCommand } = await import('./lspCommand.ts');
  await lspCommand(args.slice(1), installation);
}

start().catch((error: unknown) => {
  io.err(`vanban: ${faultText(error, io, args.includes('--debug'))}\n`);
  process.exitCode = 2;
});
