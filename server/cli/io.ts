import type { Language } from '../lint/settings.ts';
import type { TypesetAssets } from '../output/typesetAssets.ts';

/** The world as a command sees it, so that tests can hand in their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  /** Paths are read relative to it. */
  readonly folder: string;
  readonly color: boolean;
  /** The language where no config file names one. */
  readonly language: Language | undefined;
  readonly version: string;
  /** Whether a person watches `err`, so that it may show how far the work is. */
  readonly watched: boolean;
  /** The bundle that runs, for threads to run too; absent where there is none. */
  readonly program?: string;
  /** The typesetter's parts; undefined outside an installation. */
  readonly typesetter: TypesetAssets | undefined;
}

/** 0: nothing at error level; 1: there is; 2: bad usage, unreadable input or a fault of ours. */
export type ExitStatus = 0 | 1 | 2;
