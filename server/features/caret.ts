import type { Span } from '../source/span.ts';

/** Where a person last typed. */
export interface Caret {
  /** UTF-16 offset in the present text. */
  readonly offset: number;
  /** Milliseconds of the host's clock. */
  readonly typedAt: number;
}

/** How long a report waits under a resting caret. */
export const holdMs = 2000;

/** Whether a report waits: it touches the caret, and the person was typing there a moment ago. */
export function isHeld(span: Span, caret: Caret | undefined, now: number): boolean {
  return (
    caret !== undefined &&
    now - caret.typedAt < holdMs &&
    span.start <= caret.offset &&
    caret.offset <= span.end
  );
}
