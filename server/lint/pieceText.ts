import { overlaps, type Edit } from '../source/span.ts';

/** A stretch of the original, or text put in its stead. */
type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

/** A text that is edited in several passes and remembers what it kept, so that the passes make one set of edits. */
export class PieceText {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ kind: 'kept', start: 0, end: original.length }];
  }

  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('');
  }

  /** Applies edits whose offsets are those of the present text; they must not overlap. */
  apply(edits: readonly Edit[]): void {
    const ordered = [...edits].sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    );
    const next: Piece[] = [];
    let at = 0;
    for (const edit of ordered) {
      next.push(...this.#slice(at, edit.span.start));
      if (edit.newText !== '') next.push({ kind: 'new', text: edit.newText });
      at = edit.span.end;
    }
    next.push(...this.#slice(at, Number.POSITIVE_INFINITY));
    this.#pieces = next;
  }

  /** The edits that turn the original into the present text, in order and apart from each other. */
  edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    let newText = '';
    const close = (start: number): void => {
      if (newText !== '' || start > at) edits.push({ span: { start: at, end: start }, newText });
      newText = '';
    };
    for (const piece of this.#pieces) {
      if (piece.kind === 'new') {
        newText += piece.text;
      } else {
        close(piece.start);
        at = piece.end;
      }
    }
    close(this.#original.length);
    return edits;
  }

  #textOf(piece: Piece): string {
    return piece.kind === 'new' ? piece.text : this.#original.slice(piece.start, piece.end);
  }

  #slice(from: number, to: number): readonly Piece[] {
    const result: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = piece.kind === 'new' ? piece.text.length : piece.end - piece.start;
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (start < end) {
        result.push(
          piece.kind === 'new'
            ? { kind: 'new', text: piece.text.slice(start, end) }
            : { kind: 'kept', start: piece.start + start, end: piece.start + end },
        );
      }
      at += length;
    }
    return result;
  }
}

/**
 * The groups, first come first, that overlap none taken before; a group is taken whole or left for later. Insertions
 * at one point overlap: which of the texts comes first would be chance.
 */
export function apart(groups: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const taken: Edit[] = [];
  return groups.filter((group) => {
    const clashes = group.some(
      (edit, index) =>
        taken.some((other) => overlaps(edit.span, other.span)) ||
        group.slice(index + 1).some((other) => overlaps(edit.span, other.span)),
    );
    if (!clashes) taken.push(...group);
    return !clashes;
  });
}
