import { dirname, resolve } from 'node:path';
import { parseDocuments } from '../document/parseDocuments.ts';
import { holdsDocument, isOurs } from '../features/activation.ts';
import { baselineOf, type BaselineEntry } from '../lint/baseline.ts';
import { lintDocuments } from '../lint/lint.ts';
import { say, type LintSettings } from '../lint/settings.ts';
import type { Localized } from '../rules/rule.ts';
import { parseSource } from '../source/parseSource.ts';
import { officeBaseline, saveBaseline, type OfficeBaseline } from './baselineFiles.ts';
import { Configs } from './configFile.ts';
import { cannotRead, notText } from './diskReasons.ts';
import { findFiles } from './findFiles.ts';
import type { ExitStatus, Io } from './io.ts';
import { knownFiles } from './knownFiles.ts';
import { decode, readBytes } from './textFile.ts';
import { parseCommandLine, UsageError } from './usage.ts';

const actions = ['write', 'prune', 'check'] as const;
type Action = (typeof actions)[number];

/** A file as the baseline sees it. */
interface Seen {
  /** The path that the baseline calls it by. */
  readonly key: string;
  /** Entries for every report there is. */
  readonly present: readonly BaselineEntry[];
  /** Entries whose reports are gone, with how many are. */
  readonly gone: readonly BaselineEntry[];
  readonly hidden: number;
  readonly fresh: number;
}

/** `vanban baseline`: writes the reports there are, drops those that are gone, or tells both. */
export async function baselineCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      baseline: { type: 'string' },
      config: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });
  const [named, ...paths] = positionals;
  const action = actions.find((one) => one === named);
  if (!action || paths.length === 0) {
    throw new UsageError({
      vi: 'baseline cần write, prune hoặc check rồi ít nhất một tệp hoặc thư mục',
      en: 'baseline takes write, prune or check, then at least one file or folder',
    });
  }
  const configs = await Configs.open(io, values.config);
  const { files, trouble: unfound } = await findFiles(paths, io.folder);
  const first = files[0]?.path;
  const { settings, baseline, trouble, unreadable } = await configs.of(first ?? '.');
  const tell = (text: Localized): void => io.out(`${say(text, settings.language)}\n`);
  const complain = (text: Localized): void => io.err(`vanban: ${say(text, settings.language)}\n`);

  trouble.forEach(complain);
  unfound.forEach(complain);
  const office = await officeBaseline(
    first === undefined ? io.folder : dirname(resolve(io.folder, first)),
    values.baseline === undefined
      ? baseline
      : { path: resolve(io.folder, values.baseline), folder: undefined },
  );
  const known = await knownFiles(
    files.map(({ path }) => path),
    io.folder,
  );
  const seen: Seen[] = [];
  let unread = unfound.length + (unreadable ? 1 : 0);
  for (const { path } of files) {
    const own = await configs.of(path);
    own.trouble.forEach(complain);
    const one = await see(
      path,
      office,
      { ...own.settings, baseline: [], known: known.of(path) },
      io,
    );
    if ('key' in one) seen.push(one);
    else {
      unread += 1;
      complain(one);
    }
  }
  if (action === 'write') await write(seen, office, tell);
  const stale = action === 'write' ? false : await prune(action, seen, office, tell);
  if (unread > 0) return 2;
  return action === 'check' && stale ? 1 : 0;
}

async function see(
  path: string,
  office: OfficeBaseline,
  settings: LintSettings,
  io: Io,
): Promise<Seen | Localized> {
  const full = resolve(io.folder, path);
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(full);
  } catch (error) {
    return cannotRead(path, error);
  }
  const text = decode(bytes)?.text;
  if (text === undefined) return notText(path);
  const source = parseSource(text);
  const documents = parseDocuments(source);
  const key = office.keyOf(full);
  if (!isOurs(path) && !holdsDocument(documents)) {
    return { key, present: [], gone: office.entriesOf(full), hidden: 0, fresh: 0 };
  }
  const all = lintDocuments(source, documents, settings);
  const left = lintDocuments(source, documents, {
    ...settings,
    baseline: office.entriesOf(full),
  });
  return {
    key,
    present: baselineOf(all.diagnostics, text),
    gone: left.gone,
    hidden: left.hidden,
    fresh: left.diagnostics.length,
  };
}

async function write(
  seen: readonly Seen[],
  office: OfficeBaseline,
  tell: (text: Localized) => void,
): Promise<void> {
  const baseline = new Map(office.baseline);
  for (const { key, present } of seen) baseline.set(key, present);
  await saveBaseline(office, baseline);
  const count = seen.flatMap(({ present }) => present).reduce((sum, one) => sum + one.count, 0);
  tell({
    vi: `Đã ghi ${count} báo cáo của ${seen.length} tệp vào ${office.path}`,
    en: `Wrote ${count} reports of ${seen.length} files to ${office.path}`,
  });
}

/** Tells what is gone, and drops it from the baseline when asked to prune; whether anything is gone. */
async function prune(
  action: Exclude<Action, 'write'>,
  seen: readonly Seen[],
  office: OfficeBaseline,
  tell: (text: Localized) => void,
): Promise<boolean> {
  const baseline = new Map(office.baseline);
  let gone = 0;
  for (const one of seen) {
    for (const entry of one.gone) {
      gone += entry.count;
      const words = [entry.before, `«${entry.words}»`, entry.after].join(' ').trim();
      tell({
        vi: `${one.key}: ${entry.rule} không còn: ${words} (${entry.count})`,
        en: `${one.key}: ${entry.rule} is gone: ${words} (${entry.count})`,
      });
    }
    baseline.set(one.key, withoutGone(baseline.get(one.key) ?? [], one.gone));
  }
  const hidden = seen.reduce((sum, one) => sum + one.hidden, 0);
  const fresh = seen.reduce((sum, one) => sum + one.fresh, 0);
  if (action === 'prune' && gone > 0) await saveBaseline(office, baseline);
  tell({
    vi: `${hidden} báo cáo cũ được để yên, ${gone} không còn${action === 'prune' ? ' (đã bỏ)' : ''}, ${fresh} báo cáo mới`,
    en: `${hidden} old reports left alone, ${gone} gone${action === 'prune' ? ' (dropped)' : ''}, ${fresh} new ones`,
  });
  return gone > 0;
}

function withoutGone(
  entries: readonly BaselineEntry[],
  gone: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  return entries.flatMap((entry) => {
    const less = gone.find(
      ({ rule, before, words, after }) =>
        rule === entry.rule &&
        before === entry.before &&
        words === entry.words &&
        after === entry.after,
    );
    const count = entry.count - (less?.count ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
}
