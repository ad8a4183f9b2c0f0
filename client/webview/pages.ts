/** The drawn pages. Each has a shadow tree of its own, since every page numbers its glyphs anew. */
export class Pages {
  readonly #parent: HTMLElement;
  #drawn: readonly string[] = [];

  constructor(parent: HTMLElement) {
    this.#parent = parent;
  }

  get count(): number {
    return this.#parent.childElementCount;
  }

  /** Draws anew only the pages that changed, so that the view keeps its place. */
  show(pages: readonly string[], title: string): void {
    pages.forEach((svg, index) => {
      const sheet = this.#sheet(index);
      sheet.ariaLabel = `${title}, ${index + 1}/${pages.length}`;
      if (this.#drawn[index] !== svg) sheet.shadowRoot?.replaceChildren(...drawing(svg));
    });
    while (this.count > pages.length) this.#parent.lastElementChild?.remove();
    this.#drawn = pages;
  }

  /** How many glyphs all pages hold. */
  glyphs(): number {
    return [...this.#parent.children].reduce(
      (sum, sheet) => sum + (sheet.shadowRoot?.querySelectorAll('use').length ?? 0),
      0,
    );
  }

  #sheet(index: number): Element {
    const present = this.#parent.children[index];
    if (present) return present;
    const sheet = document.createElement('article');
    sheet.className = 'sheet';
    sheet.role = 'img';
    sheet.attachShadow({ mode: 'open' });
    return this.#parent.appendChild(sheet);
  }
}

/** The SVG as nodes; nothing when it is not well formed, for then it did not come from the typesetter. */
function drawing(svg: string): readonly Node[] {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (parsed.localName !== 'svg') return [];
  parsed.setAttribute('width', '100%');
  parsed.removeAttribute('height');
  return [document.importNode(parsed, true)];
}
