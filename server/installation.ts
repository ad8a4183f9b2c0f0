import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What lies beside the running program. */
export interface Installation {
  readonly version: string;
  /** The folder of the rules' pages as a URI ending in `/`; undefined when it was not installed. */
  readonly rulePages: string | undefined;
  /** The folder of the bundle, which also holds fonts and the typesetter; undefined outside an installation. */
  readonly bundle: string | undefined;
}

const none: Installation = { version: '', rulePages: undefined, bundle: undefined };

/** The installation that the script at `entry` belongs to: the nearest folder above with our manifest. */
export function installationOf(entry: string): Installation {
  if (!existsSync(entry)) return none;
  let folder = dirname(realpathSync(entry));
  while (folder !== dirname(folder)) {
    const version = ownVersion(join(folder, 'package.json'));
    if (version !== undefined) {
      const pages = join(folder, 'docs', 'rules');
      return {
        version,
        rulePages: existsSync(pages) ? `${pathToFileURL(pages).href}/` : undefined,
        bundle: join(folder, 'dist'),
      };
    }
    folder = dirname(folder);
  }
  return none;
}

function ownVersion(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  const value: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const ours =
    typeof value === 'object' && value !== null && 'name' in value && value.name === 'vanban';
  return ours && 'version' in value && typeof value.version === 'string'
    ? value.version
    : undefined;
}
