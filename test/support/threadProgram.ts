/** A thread whose answers tell what it was told; it dies of a path that holds `chết`, and hangs at `treo`. */
import { serveAsThread } from '../../server/cli/lintThreads.ts';

void serveAsThread<number, string>(() => {
  let known: readonly (number | undefined)[] = [];
  const dieOf = (path: string): void => {
    if (path.includes('chết')) process.exit(3);
    while (path.includes('treo'));
  };
  return Promise.resolve({
    scan: (path) => {
      dieOf(path);
      return Promise.resolve(path.length);
    },
    know: (scanned) => {
      known = scanned;
      return Promise.resolve();
    },
    check: ({ path }) => {
      dieOf(path);
      return Promise.resolve(`${path} ${known.length} ${known.filter(Boolean).length}`);
    },
  });
});
