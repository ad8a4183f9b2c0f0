import { element, made } from './element.ts';
import { icon, type Icon } from './icons.ts';
import type { PreviewState } from './messages.ts';
import { pageOf, textOf, type Language } from './texts.ts';

/** What the person asks for at the bar. */
export interface BarListener {
  chooseDocument(index: number): void;
  /** One page back (-1) or on (1). */
  turn(by: number): void;
  zoom(to: 'in' | 'out' | 'fit' | 'true'): void;
  toggleDiagnostics(): void;
  togglePin(): void;
}

/** The bar above the pages. */
export class Bar {
  readonly #bar = element('bar', HTMLElement);
  readonly #documents = made('select', 'documents');
  readonly #page = made('output', 'page');
  readonly #percent = made('button', 'percent');
  readonly #buttons = new Map<Icon, HTMLButtonElement>();

  constructor(listener: BarListener) {
    this.#bar.role = 'toolbar';
    this.#percent.type = 'button';
    this.#percent.addEventListener('click', () => listener.zoom('true'));
    this.#documents.addEventListener('change', () => {
      listener.chooseDocument(Number(this.#documents.value));
    });
    this.#bar.append(
      this.#documents,
      group(
        this.#button('previous', () => listener.turn(-1)),
        this.#page,
        this.#button('next', () => listener.turn(1)),
      ),
      group(
        this.#button('zoomOut', () => listener.zoom('out')),
        this.#percent,
        this.#button('zoomIn', () => listener.zoom('in')),
        this.#button('fit', () => listener.zoom('fit')),
      ),
      group(
        this.#button('diagnostics', () => listener.toggleDiagnostics()),
        this.#button('pin', () => listener.togglePin()),
      ),
    );
  }

  show(state: PreviewState): void {
    const { language, documents, index } = state;
    this.#bar.lang = language;
    this.#bar.ariaLabel = textOf('tools', language);
    for (const [name, button] of this.#buttons) label(button, textOf(name, language));
    label(this.#percent, textOf('trueSize', language));
    this.#press('diagnostics', state.diagnostics);
    this.#press('pin', state.pinned);
    this.#documents.hidden = documents.length < 2;
    this.#documents.ariaLabel = textOf('documents', language);
    this.#documents.replaceChildren(
      ...documents.map(
        (item) => new Option(item.title, String(item.index), false, item.index === index),
      ),
    );
  }

  /** `page` from 0; `percent` of the paper's true size. */
  tell(page: number, pages: number, percent: number, fits: boolean, language: Language): void {
    const text = pages > 0 ? pageOf(page + 1, pages, language) : '';
    if (this.#page.value !== text) this.#page.value = text;
    this.#percent.textContent = `${percent} %`;
    this.#press('fit', fits);
    this.#disable('previous', page <= 0);
    this.#disable('next', page >= pages - 1);
  }

  #button(name: Icon, act: () => void): HTMLButtonElement {
    const button = made('button', name);
    button.type = 'button';
    button.append(icon(name));
    button.addEventListener('click', () => {
      if (button.ariaDisabled !== 'true') act();
    });
    this.#buttons.set(name, button);
    return button;
  }

  #press(name: Icon, pressed: boolean): void {
    const button = this.#buttons.get(name);
    if (button) button.ariaPressed = String(pressed);
  }

  /** Told, not disabled: a disabled button would lose the keyboard's focus. */
  #disable(name: Icon, disabled: boolean): void {
    const button = this.#buttons.get(name);
    if (button) button.ariaDisabled = String(disabled);
  }
}

function group(...items: readonly HTMLElement[]): HTMLElement {
  const box = made('div', 'tools');
  box.append(...items);
  return box;
}

function label(button: HTMLElement, text: string): void {
  button.ariaLabel = text;
  button.title = text;
}
