// Runs the tests inside VS Code alone, after a build.
//   node scripts/testHost.mjs [newest|lowest]
import { runHostSuite } from './hostSuite.mjs';

const { passed, failed } = await runHostSuite({ release: process.argv[2] ?? 'newest' });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
