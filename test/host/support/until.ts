import type { Event } from 'vscode';

/** Settles with the first value that `look` finds: now, or after one of the events. The test's own time limit ends it. */
export async function until<T>(event: Event<unknown>, look: () => T | undefined): Promise<T> {
  const found = look();
  if (found !== undefined) return found;
  return new Promise((settle, fail) => {
    const listener = event(() => {
      try {
        const value = look();
        if (value === undefined) return;
        listener.dispose();
        settle(value);
      } catch (error) {
        listener.dispose();
        fail(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
