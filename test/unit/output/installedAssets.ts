import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { TypesetAssets } from '../../../server/output/typesetAssets.ts';

const require = createRequire(import.meta.url);
const fonts = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));

/** The engine's parts as npm installs them. */
export const engineAssets: Omit<TypesetAssets, 'worker'> = {
  compiler: require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'),
  renderer: require.resolve('@myriaddreamin/typst-ts-renderer/wasm'),
  fonts: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) =>
    join(fonts, face, `Tinos_${face}.ttf`),
  ),
};

/** The typesetter's parts, its worker bundled as it ships, and a way to remove the bundle. */
export function bundledWorkerAssets(): { assets: TypesetAssets; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'vanban-typeset-'));
  const worker = join(directory, 'typeset.cjs');
  buildSync({
    entryPoints: [
      fileURLToPath(new URL('../../../server/output/typesetWorker.ts', import.meta.url)),
    ],
    outfile: worker,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return {
    assets: { ...engineAssets, worker },
    remove: () => {
      rmSync(directory, { recursive: true });
    },
  };
}
