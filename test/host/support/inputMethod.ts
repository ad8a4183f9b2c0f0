import { commands } from 'vscode';

/** What the screen shows of one word after each key, as an input method builds it up. */
export type Screens = readonly string[];

/**
 * Types words as UniKey, EVKey and OpenKey do: they do not compose, but send Backspace for the letters that
 * change and the new letters after them, faster than anyone can answer. Words are set apart by one space.
 */
export async function typeBurst(words: readonly Screens[]): Promise<string> {
  const keys = words.flatMap((screens, index) => [
    ...(index > 0 ? [letter(' ')] : []),
    ...screens.flatMap((screen, at) => keysBetween(screens[at - 1] ?? '', screen)),
  ]);
  await Promise.all(keys.map((press) => press()));
  return words.map((screens) => screens.at(-1) ?? '').join(' ');
}

type Key = () => Thenable<unknown>;

const letter =
  (text: string): Key =>
  () =>
    commands.executeCommand('type', { text });
const backspace: Key = () => commands.executeCommand('deleteLeft');

function keysBetween(before: string, after: string): readonly Key[] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return [
    ...Array.from({ length: before.length - same }, () => backspace),
    ...Array.from(after.slice(same), letter),
  ];
}
