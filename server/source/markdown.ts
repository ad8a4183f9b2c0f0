import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/**
 * A paste indented by spaces is text and a row of dashes under the motto is a rule, so indented code and
 * underlined headings are off; tables are on. A plugin for unified.
 */
export function documentMarkdown(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), {
    disable: { null: ['codeIndented', 'setextUnderline'] },
  });
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

const body = unified().use(remarkParse).use(documentMarkdown).freeze();
const frontMatter = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** The syntax tree of a text without front matter. A byte order mark at its start is a character like any. */
export function parseMarkdown(text: string): Root {
  // the parser drops one mark and leaves it out of its offsets
  return body.parse(text.startsWith('\uFEFF') ? `\uFEFF${text}` : text);
}

/** The syntax tree of a front matter with its fences. */
export function parseFrontMatterBlock(text: string): Root {
  return frontMatter.parse(text);
}
