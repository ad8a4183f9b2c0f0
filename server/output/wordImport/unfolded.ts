import {
  textOfParagraph,
  type WordBlock,
  type WordCell,
  type WordParagraph,
  type WordTable,
} from './wordContent.ts';

const nation = /CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]\s*Tự do/iu;
const recipients = /^\s*Nơi nhận\s*:/iu;
const number = /^\s*Số\s*:/iu;

/**
 * The blocks with the tables that only place text taken apart: the head's two columns, recipients beside the
 * signature, and every other table without lines. Their words stand in the order in which they are read.
 */
export function unfolded(blocks: readonly WordBlock[]): readonly WordBlock[] {
  return blocks.flatMap((block): readonly WordBlock[] => {
    if (block.kind !== 'table') return [block];
    const text = textOf(block.rows.flat());
    if (nation.test(text) && block.rows.length <= 8) return head(block);
    if (isClosing(block) || !block.ruled) return block.rows.flat().flatMap(contents);
    return [block];
  });
}

function isClosing({ rows }: WordTable): boolean {
  return (
    rows.length <= 4 &&
    rows
      .flat()
      .some((cell) => paragraphs(cell).some((each) => recipients.test(textOfParagraph(each))))
  );
}

/** Left before right; but the date, which stands level with the number, before a letter's subject. */
function head({ rows }: WordTable): readonly WordBlock[] {
  return rows.flatMap((row) => {
    const [left, ...right] = row.map(contents);
    const numbered = (left ?? []).findIndex(
      (block) => block.kind === 'paragraph' && number.test(textOfParagraph(block)),
    );
    const others = right.flat();
    if (!left || numbered < 0) return [...(left ?? []), ...others];
    return [...left.slice(0, numbered + 1), ...others, ...left.slice(numbered + 1)];
  });
}

function contents({ blocks }: WordCell): readonly WordBlock[] {
  return unfolded(blocks);
}

function paragraphs({ blocks }: WordCell): readonly WordParagraph[] {
  return blocks.filter((block) => block.kind === 'paragraph');
}

function textOf(cells: readonly WordCell[]): string {
  return cells.flatMap(paragraphs).map(textOfParagraph).join('\n');
}
