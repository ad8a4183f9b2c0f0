import { UsageError } from './usage.ts';

/** One of the equal parts that a run is split into. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** `2/3`; undefined when nothing was given. Throws a UsageError for anything else. */
export function readShard(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(given) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new UsageError({
    vi: '--shard cần phần thứ mấy trên tổng số phần, như 1/4',
    en: '--shard takes which part of how many, as 1/4',
  });
}

/** Every `count`th item, so that neighbours, which are often alike, are spread over the parts. */
export function shardOf<T>(all: readonly T[], shard: Shard | undefined): readonly T[] {
  if (!shard) return all;
  return all.filter((_, at) => at % shard.count === shard.index - 1);
}
