import type { PageMark } from '../../server/features/previewProtocol.ts';
import { drawn, made, placeAtBox } from './element.ts';
import { squiggle } from './squiggle.ts';
import { markText, textOf, type Language } from './texts.ts';

/** A mark of a page came under the pointer or the keyboard. */
export interface MarkListener {
  choose(mark: PageMark): void;
  show(mark: PageMark, beside: HTMLElement): void;
  hide(): void;
}

/**
 * The underlines of one page's diagnostics. They let the pointer through to the words; for the keyboard and
 * a screen reader each is a button that says its message.
 */
export function markLayer(
  marks: readonly PageMark[],
  page: { readonly width: number; readonly height: number },
  language: Language,
  listener: MarkListener,
): HTMLElement {
  const layer = made('div', 'marks');
  layer.role = 'group';
  layer.ariaLabel = textOf('marks', language);
  layer.lang = language;
  layer.hidden = marks.length === 0;
  const waves = drawn('svg', {
    viewBox: `0 0 ${page.width} ${page.height}`,
    width: String(page.width),
    height: String(page.height),
    'aria-hidden': 'true',
  });
  for (const mark of marks) {
    waves.append(drawn('path', { d: squiggle(mark), class: mark.severity }));
  }
  layer.append(waves, ...marks.map((mark) => buttonOf(mark, language, listener)));
  return layer;
}

function buttonOf(mark: PageMark, language: Language, listener: MarkListener): HTMLElement {
  const button = made('button', 'mark');
  button.type = 'button';
  button.ariaLabel = markText(mark, language);
  placeAtBox(button, mark);
  button.addEventListener('focus', () => listener.show(mark, button));
  button.addEventListener('blur', () => listener.hide());
  // a pointer never gets here: this is Enter, Space or a screen reader
  button.addEventListener('click', () => listener.choose(mark));
  return button;
}
