import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';

/** One item of a list: from its marker to before the next item or paragraph that is none of it. */
export interface ListedItem {
  readonly lines: readonly Line[];
  /** Whether items of another list stand below it. */
  readonly introduces: boolean;
}

interface Group {
  readonly key: string;
  readonly items: Line[][];
  readonly introducing: Set<number>;
}

const bullet = /^\s*(?<mark>[-–—+*•])\s+(?=\S)/u;
const label = /^\s*(?:(?<letter>[a-zđ])|(?<figure>\d{1,2}))(?<close>[.)])\s+(?=\S)/u;

/** What items of one list share: `-`, `a)`, `1.`, with the depth of a Markdown list; '' of other lines. */
export const listKeyOf = perText(({ text, paragraph }: Line): string => {
  const depth = paragraph.kind === 'listItem' ? paragraph.depth : 0;
  const mark = bullet.exec(text)?.groups?.['mark'];
  if (mark) return `${mark}${depth}`;
  const labelled = label.exec(text)?.groups;
  if (!labelled) return '';
  return `${labelled['letter'] === undefined ? '1' : 'a'}${labelled['close'] ?? ''}${depth}`;
});

/**
 * The lists of the lines: each the items that follow one another with one kind of marker, with nothing but their
 * own lines and lists between.
 */
export function listRuns(lines: readonly Line[]): readonly (readonly ListedItem[])[] {
  const done: Group[] = [];
  let open: Group[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const key = line.paragraph.kind === 'heading' ? '' : listKeyOf(line);
    const apart = previous !== undefined && line.index !== previous.index + 1;
    if (apart || (key === '' && line.paragraph !== previous?.paragraph)) {
      done.push(...open);
      open = [];
    }
    previous = line;
    if (key !== '') open = joined(open, key, line, done);
    else open.at(-1)?.items.at(-1)?.push(line);
  }
  return [...done, ...open].map(({ items, introducing }) =>
    items.map((own, index) => ({ lines: own, introduces: introducing.has(index) })),
  );
}

/** The open lists after an item with that key: it goes on with its list, or opens one below the last item. */
function joined(open: readonly Group[], key: string, line: Line, done: Group[]): Group[] {
  const at = open.findIndex((group) => group.key === key);
  if (at < 0) {
    const above = open.at(-1);
    above?.introducing.add(above.items.length - 1);
    return [...open, { key, items: [[line]], introducing: new Set() }];
  }
  done.push(...open.slice(at + 1));
  open[at]?.items.push([line]);
  return open.slice(0, at + 1);
}
