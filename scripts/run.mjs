import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root } from './paths.mjs';

/**
 * Runs a program of the project (or any on PATH), shows what it prints, and returns its exit code with what
 * it printed.
 */
export function run(command, args, env = {}) {
  const path = [inRoot('node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
    process.stdout.write(data);
  });
  child.stderr.on('data', (data) => {
    output += data;
    process.stderr.write(data);
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** As `run`; throws unless the program ends well. */
export async function mustRun(command, args, env) {
  const { code } = await run(command, args, env);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
