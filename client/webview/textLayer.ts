import { placeAtBox } from './element.ts';
import type { TextLine } from './messages.ts';

/** A font's size as a share of its line's height: ascent, descent and leading of the paper's font. */
const sizeOfHeight = 1 / 1.15;

/**
 * The page's words over their drawing, unseen: what a screen reader hears, what is found, selected and copied.
 * Lines of one block are one paragraph, so that it is read without stops.
 */
export function textLayer(lines: readonly TextLine[], blocks: readonly unknown[]): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'text';
  layer.lang = 'vi';
  let paragraph: HTMLElement | undefined;
  lines.forEach((line, index) => {
    const continues = blocks[index] !== null && blocks[index] === blocks[index - 1];
    if (!paragraph || !continues) paragraph = layer.appendChild(document.createElement('p'));
    paragraph.append(lineOf(line), ' ');
  });
  return layer;
}

function lineOf(line: TextLine): HTMLElement {
  const element = document.createElement('span');
  element.textContent = line.text;
  placeAtBox(element, line);
  element.style.fontSize = `${line.height * sizeOfHeight}px`;
  element.style.lineHeight = `${line.height}px`;
  return element;
}
