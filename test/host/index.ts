import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha, { type MochaOptions, type Runner, type Test } from 'mocha';

/** One test of a run inside VS Code. */
export interface HostTest {
  readonly title: string;
  readonly milliseconds: number;
  /** Why it failed; absent when it passed. */
  readonly failure?: string;
}

const tests: HostTest[] = [];

/** Writes what happened after each test: the console of an extension host is not seen by everyone. */
class Recorder extends Mocha.reporters.Base {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => record(test));
    runner.on('fail', (test, error: Error) => record(test, error));
  }
}

function record(test: Test, error?: Error): void {
  tests.push({
    title: test.fullTitle(),
    milliseconds: test.duration ?? 0,
    ...(error ? { failure: error.stack ?? String(error) } : {}),
  });
  const file = process.env['VANBAN_TEST_RESULT'];
  if (file) writeFileSync(file, JSON.stringify(tests));
}

/**
 * Runs the bundled tests beside this file; VS Code calls it in the extension host. Rejects when one fails.
 * The file that `VANBAN_TEST_RESULT` names tells what ran, so that a run of nothing is no success.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    grep: process.env['VANBAN_TEST_GREP'] ?? '',
    reporter: Recorder,
  });
  for (const name of readdirSync(__dirname).filter((file) => file.endsWith('.test.cjs'))) {
    mocha.addFile(join(__dirname, name));
  }
  const failed = await new Promise<number>((finish) => mocha.run(finish));
  if (failed > 0) throw new Error(`${failed} failed`);
}
