import { join } from 'node:path';

/** Where the typesetter's parts lie, as file paths. */
export interface TypesetAssets {
  /** The worker's program. */
  readonly worker: string;
  readonly compiler: string;
  readonly renderer: string;
  readonly fonts: readonly string[];
}

/** The parts as the bundle holds them, `directory` being the bundle's own. */
export function bundledAssets(directory: string): TypesetAssets {
  return {
    worker: join(directory, 'typeset.cjs'),
    compiler: join(directory, 'typst', 'compiler.wasm'),
    renderer: join(directory, 'typst', 'renderer.wasm'),
    fonts: [
      'Tinos_400Regular',
      'Tinos_400Regular_Italic',
      'Tinos_700Bold',
      'Tinos_700Bold_Italic',
    ].map((name) => join(directory, 'fonts', `${name}.ttf`)),
  };
}
