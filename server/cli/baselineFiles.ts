import { dirname, join, relative, resolve } from 'node:path';
import type { BaselineEntry } from '../lint/baseline.ts';
import { readBaseline, writeBaseline, type Baseline } from '../lint/baselineFile.ts';
import { assertWithin, kindOf, officeFolder, putFile, registerText } from './registerFiles.ts';
import { UsageError } from './usage.ts';

const fileName = 'baseline.yml';

/** A baseline that is named instead of the office's own. */
export interface NamedBaseline {
  /** An absolute path. */
  readonly path: string;
  /** The folder that it may not be written outside of; undefined where a person named it on the command line. */
  readonly folder: string | undefined;
}

/** An office's baseline as it lies on the disk. */
export interface OfficeBaseline {
  /** The baseline's own file; it may not exist yet. */
  readonly path: string;
  /** The folder that it may not be written outside of, if any. */
  readonly within: string | undefined;
  /** The file's text as it was read; empty when there is none. */
  readonly text: string;
  readonly baseline: Baseline;
  /** What the baseline calls the file at an absolute path. */
  readonly keyOf: (path: string) => string;
  /** The entries of the file at an absolute path. */
  readonly entriesOf: (path: string) => readonly BaselineEntry[];
}

/**
 * The baseline that files of the folder live with: the named one, else that of the nearest `.vanban` at or
 * above the folder. Throws a UsageError when it cannot be read as a baseline.
 */
export async function officeBaseline(
  folder: string,
  named: NamedBaseline | undefined,
): Promise<OfficeBaseline> {
  const office = (await officeFolder(folder)) ?? join(resolve(folder), '.vanban');
  const path = named?.path ?? join(office, fileName);
  const within = named ? named.folder : dirname(office);
  const inOffice = dirname(path).endsWith('.vanban');
  const root = inOffice ? dirname(dirname(path)) : dirname(path);
  const exists = (await kindOf(path)) !== undefined;
  const text = (await registerText(path, path)) ?? '';
  const baseline = exists ? parsed(path, text) : new Map<string, readonly BaselineEntry[]>();
  const keyOf = (file: string): string => relative(root, file).replaceAll('\\', '/');
  return {
    path,
    within,
    text,
    baseline,
    keyOf,
    entriesOf: (file) => baseline.get(keyOf(file)) ?? [],
  };
}

/** Writes the baseline whole or not at all, and only over what was read; throws a UsageError when it cannot. */
export async function saveBaseline(
  { path, within, text }: Pick<OfficeBaseline, 'path' | 'within' | 'text'>,
  baseline: Baseline,
): Promise<void> {
  if (within !== undefined) await assertWithin(path, within, path);
  await putFile(path, path, text, writeBaseline(baseline));
}

function parsed(path: string, text: string): Baseline {
  const read = readBaseline(text);
  if ('baseline' in read) return read.baseline;
  const { vi, en } = read.problem;
  throw new UsageError({ vi: `${path}: ${vi}`, en: `${path}: ${en}` });
}
