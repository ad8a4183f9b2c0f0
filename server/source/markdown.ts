import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/**
 * A paste indented by spaces is text and a row of dashes under the motto is a rule, so indented code and
 * underlined headings are off; tables are on.
 */
function documentMarkdown(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), {
    disable: { null: ['codeIndented', 'setextUnderline'] },
  });
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

const body = unified().use(remarkParse).use(documentMarkdown).freeze();
const withFrontMatter = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(documentMarkdown)
  .freeze();

/** The syntax tree of a text, with front matter where it stands at the file's start. */
export function parseMarkdown(text: string, atFileStart: boolean): Root {
  return (atFileStart ? withFrontMatter : body).parse(text);
}
