/**
 * Writes schemas/config.schema.json, schemas/rules.schema.json and the editor's settings `vanban.rules` and `vanban.layout` in package.json from the rules and their
 * options. With --check it writes nothing and fails when either is not what the rules say.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  configSchema,
  editorRules,
  layoutSchema,
  type Schema,
} from '../server/config/configSchema.ts';
import { houseSchema } from '../server/config/houseSchema.ts';

const root = new URL('../', import.meta.url);
const pathOf = (name: string): string => fileURLToPath(new URL(name, root));

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, Schema> };
  };
}

function packageText(): string {
  const manifest = JSON.parse(readFileSync(pathOf('package.json'), 'utf8')) as Manifest;
  const { properties } = manifest.contributes.configuration;
  const { markdownDescription, scope } = properties['vanban.rules'] ?? {};
  properties['vanban.rules'] = { ...editorRules(), markdownDescription, scope };
  const layout = properties['vanban.layout'] ?? {};
  properties['vanban.layout'] = {
    ...layoutSchema(),
    type: 'object',
    default: {},
    markdownDescription: layout['markdownDescription'],
    scope: layout['scope'],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const wanted = new Map([
  ['schemas/config.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`],
  ['schemas/rules.schema.json', `${JSON.stringify(houseSchema(), null, 2)}\n`],
  ['package.json', packageText()],
]);
/** Compared as data: the formatter has its own mind about line breaks. */
const stale = [...wanted].filter(([name, text]) => {
  const path = pathOf(name);
  if (!existsSync(path)) return true;
  return (
    JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))) !== JSON.stringify(JSON.parse(text))
  );
});

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    const names = stale.map(([name]) => name).join(', ');
    console.error(`behind the rules (run npx tsx scripts/configSchema.ts): ${names}`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(pathOf('schemas'), { recursive: true });
  for (const [name, text] of stale) writeFileSync(pathOf(name), text);
  console.log(`${stale.length} files written`);
}
