// Fills dist/ with what ships: client, server, command line, typesetter, webview, fonts.
//   node scripts/build.mjs [--minify]
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';
import { inRoot, root } from './paths.mjs';
import { sbomOf } from './sbom.mjs';
import { shippedPackages } from './shippedPackages.mjs';

const minify = process.argv.includes('--minify');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify,
  sourcemap: !minify,
  logLevel: 'warning',
};

const forNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  // ES builds first: the UMD builds of some packages hide their imports from the bundler.
  mainFields: ['module', 'main'],
};

/** What an editor's host and a typesetter's process load is one file each. */
const whole = { ...forNode, format: 'cjs' };

/** The server and the command line share their parts; what `import()` asks for is loaded when it is asked for. */
const programs = {
  ...forNode,
  format: 'esm',
  splitting: true,
  entryPoints: {
    server: 'server/main.ts',
    vanban: 'server/cli/main.ts',
    scan: 'server/scanWorker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'parts/[name]-[hash]',
  // The packages among them that are no ES modules ask for Node's by `require`.
  banner: {
    js: `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`,
  },
};

const forBrowser = { ...common, platform: 'browser', target: 'es2022', format: 'iife' };

const bundles = [
  programs,
  { ...whole, entryPoints: ['client/main.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...whole, entryPoints: ['server/output/typesetWorker.ts'], outfile: 'dist/typeset.cjs' },
  { ...forBrowser, entryPoints: ['client/webview/main.ts'], outfile: 'dist/webview.js' },
];

/** Editors and shells start CommonJS. */
const starters = {
  'server.cjs': `import('./server.mjs');\n`,
  'vanban.cjs': `#!/usr/bin/env node\nimport('./vanban.mjs');\n`,
};

const typst = 'node_modules/@myriaddreamin/typst-ts';
const tinos = 'node_modules/@expo-google-fonts/tinos';
const fontStyles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** From a file of ours or of a package, to a file in dist/. */
const copies = {
  'client/webview/preview.css': 'webview.css',
  [`${typst}-web-compiler/pkg/typst_ts_web_compiler_bg.wasm`]: 'typst/compiler.wasm',
  [`${typst}-renderer/pkg/typst_ts_renderer_bg.wasm`]: 'typst/renderer.wasm',
  [`${tinos}/LICENSE_FONT`]: 'fonts/LICENSE',
  ...Object.fromEntries(
    fontStyles.map((style) => [`${tinos}/${style}/Tinos_${style}.ttf`, `fonts/Tinos_${style}.ttf`]),
  ),
};

rmSync(inRoot('dist'), { recursive: true, force: true });
const built = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
for (const [name, text] of Object.entries(starters)) {
  writeFileSync(inRoot('dist', name), text);
  chmodSync(inRoot('dist', name), 0o755);
}
for (const [from, to] of Object.entries(copies)) {
  mkdirSync(dirname(inRoot('dist', to)), { recursive: true });
  cpSync(inRoot(from), inRoot('dist', to));
}
const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = shippedPackages([...inputs, ...Object.keys(copies)]);
writeFileSync(inRoot('dist', 'THIRD-PARTY-NOTICES.txt'), noticesOf(packages));
writeFileSync(inRoot('dist', 'sbom.cdx.json'), sbomOf(packages));
