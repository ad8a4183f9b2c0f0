import type { Root } from 'mdast';
import { parseMarkdown } from './markdown.ts';
import { PlacedParagraph } from './placed.ts';
import type { Comment, FrontMatterBlock, Line, Paragraph, Source } from './source.ts';
import { span } from './span.ts';
import { visibleOf } from './visibleText.ts';

const frontMatterPattern = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u;

/** The file as paragraphs and lines; `previous` lends what an edit did not touch. Never throws. */
export function parseSource(text: string, _previous?: Source): Source {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const root: Root = parseMarkdown(text, true);
  const visible = visibleOf(root, text.slice(bom));
  const paragraphs: Paragraph[] = [];
  const lines: Line[] = [];
  for (const raw of visible.paragraphs) {
    const paragraph = new PlacedParagraph(raw, bom, lines.length);
    paragraphs.push(paragraph);
    lines.push(...paragraph.lines);
  }
  const comments: Comment[] = visible.comments.map((comment) => ({
    text: comment.text,
    span: span(comment.span.start + bom, comment.span.end + bom),
  }));
  return {
    text,
    frontMatter: frontMatterOf(root, text, bom),
    paragraphs,
    lines,
    comments,
    limits: [],
    root: () => root,
  };
}

function frontMatterOf(root: Root, text: string, bom: number): FrontMatterBlock | undefined {
  const first = root.children[0];
  if (first?.type !== 'yaml') return undefined;
  const end = (first.position?.end.offset ?? 0) + bom;
  const opening = frontMatterPattern.exec(text)?.[0].length ?? 0;
  const closing = /[\r\n]---[ \t]*$/u.exec(text.slice(0, end));
  const yamlEnd = closing ? Math.max(opening, closing.index) : end;
  const ending = /^(?:\r\n|\n|\r)/u.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return { yaml: text.slice(opening, yamlEnd), start: opening, span: span(0, end + ending) };
}
