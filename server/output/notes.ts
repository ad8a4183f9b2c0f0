import type { Document } from '../document/document.ts';
import type { Line, Paragraph } from '../source/source.ts';
import type { Run } from './block.ts';

const reference = /\[\^(?<label>[^\]\s]{1,40})\](?!:)/gu;
const definition = /^\[\^(?<label>[^\]\s]{1,40})\]:\s*/u;

/** The footnotes of a document that its text refers to: each is set at its reference. */
export class Notes {
  readonly #texts = new Map<string, string>();
  readonly #paragraphs = new Set<Paragraph>();

  constructor(document: Document) {
    const referred = new Set(
      document.lines.flatMap((line) =>
        [...line.text.matchAll(reference)].map((match) => match.groups?.['label'] ?? ''),
      ),
    );
    let open: string | undefined;
    for (const paragraph of document.paragraphs) {
      const label = paragraph.kind === 'footnote' ? labelOf(paragraph.text) : undefined;
      if (label !== undefined) open = referred.has(label) ? label : undefined;
      else if (!isIndented(document.source.text, paragraph)) open = undefined;
      if (open === undefined) continue;
      const own = paragraph.text.replace(definition, '').replaceAll('\n', ' ').trim();
      const before = this.#texts.get(open);
      this.#texts.set(open, before === undefined ? own : `${before}\n${own}`);
      this.#paragraphs.add(paragraph);
    }
  }

  /** Whether the line is part of a footnote that stands at its reference. */
  holds({ paragraph }: Line): boolean {
    return this.#paragraphs.has(paragraph);
  }

  /** The runs with each reference to a known note replaced by the note. */
  hungOn(runs: readonly Run[]): readonly Run[] {
    if (this.#texts.size === 0) return runs;
    return runs.flatMap((run) => {
      const parts: Run[] = [];
      let at = 0;
      for (const match of run.text.matchAll(reference)) {
        const note = this.#texts.get(match.groups?.['label'] ?? '');
        if (note === undefined) continue;
        parts.push({ ...run, text: run.text.slice(at, match.index), note });
        at = match.index + match[0].length;
      }
      return parts.length === 0 ? [run] : [...parts, { ...run, text: run.text.slice(at) }];
    });
  }
}

/** A further paragraph of a note stands four blanks in, or a tab. */
function isIndented(text: string, { outer }: Paragraph): boolean {
  return /(?:^|[\r\n])(?: {4,}|\t)[ \t]*$/u.test(
    text.slice(Math.max(0, outer.start - 40), outer.start),
  );
}

function labelOf(text: string): string | undefined {
  return definition.exec(text)?.groups?.['label'];
}
