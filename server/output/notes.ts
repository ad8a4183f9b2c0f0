import type { Document } from '../document/document.ts';
import type { Line } from '../source/source.ts';
import type { Run } from './block.ts';

const reference = /\[\^(?<label>[^\]\s]{1,40})\](?!:)/gu;
const definition = /^\[\^(?<label>[^\]\s]{1,40})\]:\s*/u;

/** The text of each footnote by its label: of those that the text refers to. */
export function notesOf(document: Document): ReadonlyMap<string, string> {
  const referred = new Set(
    document.lines.flatMap((line) =>
      [...line.text.matchAll(reference)].map((match) => match.groups?.['label'] ?? ''),
    ),
  );
  const notes = new Map<string, string>();
  for (const paragraph of document.paragraphs) {
    const label = paragraph.kind === 'footnote' ? labelOf(paragraph.text) : undefined;
    if (label !== undefined && referred.has(label)) {
      notes.set(label, paragraph.text.replace(definition, '').replaceAll('\n', ' ').trim());
    }
  }
  return notes;
}

/** Whether the line defines a footnote that stands at its reference. */
export function isNote(line: Line, notes: ReadonlyMap<string, string>): boolean {
  const label = line.paragraph.kind === 'footnote' ? labelOf(line.paragraph.text) : undefined;
  return label !== undefined && notes.has(label);
}

function labelOf(text: string): string | undefined {
  return definition.exec(text)?.groups?.['label'];
}

/** The runs with each reference to a known note replaced by the note. */
export function withNotes(
  runs: readonly Run[],
  notes: ReadonlyMap<string, string>,
): readonly Run[] {
  if (notes.size === 0) return runs;
  return runs.flatMap((run) => {
    const parts: Run[] = [];
    let at = 0;
    for (const match of run.text.matchAll(reference)) {
      const note = notes.get(match.groups?.['label'] ?? '');
      if (note === undefined) continue;
      parts.push({ ...run, text: run.text.slice(at, match.index), note });
      at = match.index + match[0].length;
    }
    return parts.length === 0 ? [run] : [...parts, { ...run, text: run.text.slice(at) }];
  });
}
