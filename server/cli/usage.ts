import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Localized } from '../rules/rule.ts';

/** What was asked for cannot be done as asked; said in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}

/** Whether it is one: by its name, for a command that is loaded on demand may bring its own copy of the class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError' && 'text' in error;
}

/** The options and operands of a command line; throws a UsageError for what it does not know. */
export function parseCommandLine<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> {
  let read: ReturnType<typeof parseArgs<T>>;
  try {
    read = parseArgs(config);
  } catch (error) {
    const name = error instanceof Error ? (/'([^']*)'/u.exec(error.message)?.[1] ?? '') : '';
    throw new UsageError({
      vi: `tùy chọn ${name} không đúng; xem vanban --help`,
      en: `option ${name} is wrong; see vanban --help`,
    });
  }
  // an empty variable of a shell is no wish to take the whole folder
  if (read.positionals.some((path) => path === '')) throw emptyPath();
  return read;
}

/** For a path that is an empty word. */
export function emptyPath(): UsageError {
  return new UsageError({ vi: 'đường dẫn rỗng', en: 'the path is empty' });
}

/** One of `values`, or `otherwise` when the option was not given. */
export function oneOf<T extends string>(
  option: string,
  given: string | undefined,
  values: readonly T[],
  otherwise: T,
): T {
  if (given === undefined) return otherwise;
  const value = values.find((one) => one === given);
  if (value !== undefined) return value;
  throw new UsageError({
    vi: `${option} cần một trong: ${values.join(', ')}`,
    en: `${option} takes one of: ${values.join(', ')}`,
  });
}

/** The whole number that the option gives, at least `least`; undefined when it was not given. */
export function wholeNumber(
  option: string,
  given: string | undefined,
  least: number,
): number | undefined {
  if (given === undefined) return undefined;
  const value = /^\d+$/u.test(given) ? Number(given) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError({
    vi: `${option} cần một số nguyên từ ${least}`,
    en: `${option} takes a whole number from ${least}`,
  });
}
