/** A text of about a length in characters. */
export type Shape = (length: number) => string;

/** Fills the length with a piece, which may depend on how many stand before it. */
export function filled(piece: (index: number) => string): Shape {
  return (length) => {
    const pieces: string[] = [];
    let total = 0;
    for (let index = 0; total < length; index += 1) {
      const next = piece(index);
      pieces.push(next);
      total += next.length;
    }
    return pieces.join('');
  };
}

export const repeated = (piece: string): Shape => filled(() => piece);

/** Texts of any length on which a whole remark-parse takes more than linear time: what drafters write, then attacks. */
export const shapes: Readonly<Record<string, Shape>> = {
  'lists, then headings': repeated(
    '- Phòng Nội vụ chủ trì;\n- Phòng Tài chính phối hợp.\n\n## Nội dung\n\n',
  ),
  'lists, then headings, no blank lines': repeated('- Phòng Nội vụ chủ trì;\n## Nội dung\n'),
  'lists between paragraphs': repeated('Các phòng thực hiện:\n\n- Nội vụ;\n- Tài chính.\n\n'),
  'numbered lists': filled((index) => `Nội dung thứ ${index}\n\n1. Một\n2. Hai\n\n`),
  quotations: repeated('> Kính gửi: Sở Nội vụ\n\nNội dung.\n\n'),
  paragraphs: repeated('Nội dung của kế hoạch năm 2026.\n\n'),
  'one long list': repeated('- Phòng Nội vụ;\n'),
  'one long table': repeated('| 1 | Phòng Nội vụ |\n|---|---|\n'),
  'one long line': repeated('Nội dung của kế hoạch; '),
  'emphasis runs': repeated('*a_'),
  stars: repeated('*'),
  'stars between letters': repeated('a*'),
  'thematic breaks that are none': repeated('- '),
  'deep quotations': (length) => '>'.repeat(length),
  'nested quotations': filled((index) => `${'>'.repeat(index)} a\n`),
  'nested lists': filled((index) => `${'  '.repeat(index)}- a\n`),
  'open comments': repeated('<!--'),
  'open instructions': repeated('a<?'),
  'lazy quotations': repeated('> a\nb\n'),
  'underlined lines': repeated('a\n=\n'),
  'growing backticks': filled((index) => `${'`'.repeat(index + 1)} `),
  'open links': repeated('[a]('),
  references: repeated('[a]'),
  footnotes: filled((index) => `[^${index}]: a\n\n`),
  definitions: filled((index) => `[a${index}] và [b]\n\n[a${index}]: /u\n\n`),
  'open fences in lists': repeated('- ```\n\n  a\n\n'),
  'open HTML': repeated('<div>\n\n<!-- \n\n'),
  'blank lines': repeated('\n'),
  'byte order marks': repeated('\uFEFF\n\n'),
};
