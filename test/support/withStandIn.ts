import { register } from 'node:module';
import type * as vscodeStandIn from './vscodeStandIn.ts';

type StandIn = typeof vscodeStandIn;

let given: Promise<StandIn> | undefined;

/** Modules imported from now on get the stand-in where they import the editor; gives theirs. */
export function withStandIn(): Promise<StandIn> {
  given ??= load();
  return given;
}

async function load(): Promise<StandIn> {
  const standIn = JSON.stringify(new URL('./vscodeStandIn.ts', import.meta.url).href);
  const hooks = `export const resolve = (name, context, next) =>
    next(name === 'vscode' ? ${standIn} : name, context);`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
  // by the editor's name: by its own, a test may have another instance of it
  return (await import('vscode')) as unknown as StandIn;
}
