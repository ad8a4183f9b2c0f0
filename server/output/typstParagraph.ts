import type { ParagraphBlock, Run } from './block.ts';
import type { Layout, ParagraphStyle } from './layout.ts';
import { extraPitch, spaceBetween } from './spacing.ts';
import { points, typstString, withWordBreaks } from './typstText.ts';

/** The call that sets a paragraph below one of style `before`. */
export function paragraphCode(
  layout: Layout,
  block: ParagraphBlock,
  before: ParagraphStyle | undefined,
): string {
  const style = layout.styles[block.style];
  const runs = block.runs.map((run) => runCode(run, style)).join(', ');
  const rule = block.rule === undefined ? '' : `rule: ${block.rule}, `;
  const above = points(spaceBetween(before, style) + extraPitch(layout, style));
  return `p-${block.style}(${above}, ${rule}${runs || '""'})`;
}

/** Paragraphs one below the other, as a block of code. */
export function paragraphsCode(layout: Layout, paragraphs: readonly ParagraphBlock[]): string {
  let before: ParagraphStyle | undefined;
  const written = paragraphs.map((each) => {
    const one = paragraphCode(layout, each, before);
    before = layout.styles[each.style];
    return one;
  });
  return `{ ${written.join('; ')} }`;
}

function runCode(run: Run, style: ParagraphStyle): string {
  const text = style.caps ? run.text.toLocaleUpperCase('vi') : run.text;
  const call = run.bold ? (run.italic ? 'bi' : 'b') : run.italic ? 'i' : 'text';
  const lines = text.split('\n').map((line) => `${call}(${literal(line)})`);
  const note = run.note === undefined ? '' : `, footnote(text(${literal(run.note)}))`;
  return lines.join(', linebreak(), ') + note;
}

function literal(text: string): string {
  return typstString(withWordBreaks(text));
}
