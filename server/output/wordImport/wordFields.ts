interface Held {
  readonly words: string;
  readonly show: () => void;
}

interface OpenField {
  /** What Word is told to do, as far as read. */
  code: string;
  /** Whether its code is still read, and not yet what it comes to. */
  inCode: boolean;
  /** Text among the code: shown if the field never comes to anything, as in damaged files. */
  readonly held: Held[];
  shows: boolean;
}

/** Fields whose code is all that there is of something to see. */
const seenByCode = /^\s*(?:MACROBUTTON|EQ|QUOTE|SYMBOL|FORMCHECKBOX|FORMDROPDOWN)\b/iu;

/** The fields of one paragraph, one inside another. */
export class WordFields {
  readonly #open: OpenField[] = [];
  readonly #lost: (words: string) => void;

  /** `lost` is called with text that Word does not show amid a field's code, and with code that shows itself. */
  constructor(lost: (words: string) => void) {
    this.#lost = lost;
  }

  /** Takes a `w:fldChar` of that type. */
  mark(kind: string | undefined): void {
    if (kind === 'begin') {
      this.#open.push({ code: '', inCode: true, held: [], shows: false });
      return;
    }
    const field = this.#open.at(-1);
    if (!field) return;
    if (kind === 'separate') {
      const words = field.held.map((each) => each.words).join('');
      if (words.trim() !== '') this.#lost(words);
      field.inCode = false;
      field.held.length = 0;
    } else if (kind === 'end') {
      this.#open.pop();
      this.#close(field);
    }
  }

  /** Takes a stretch of code. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.inCode === true) field.code += text;
  }

  /** Shows the words now, or, amid a field's code, once it is known that the field comes to nothing; else never. */
  take(words: string, show: () => void): void {
    for (const field of this.#open) field.shows ||= !field.inCode;
    const within = this.#open.findLast(({ inCode }) => inCode);
    if (within) within.held.push({ words, show });
    else show();
  }

  /** To be called at the paragraph's end: fields that are still open come to nothing. */
  end(): void {
    for (const field of this.#open.splice(0)) this.#close(field);
  }

  #close({ code, inCode, held, shows }: OpenField): void {
    if (!shows && held.length === 0 && seenByCode.test(code)) this.#lost(code);
    if (inCode) for (const each of held) this.take(each.words, each.show);
  }
}
