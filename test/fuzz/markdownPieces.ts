import type { Random } from './random.ts';

/** What opens, closes, continues or breaks a block, alone and in the company that makes it tricky. */
const marks = [
  ...['\n', '\n\n', '\n \n', '\r\n', '\r\n\r\n', '\r', '\t', ' ', '  ', '    '],
  ...['- ', '* ', '+ ', '1. ', '2) ', '10. ', '> ', '>', '# ', '\n# ', '## Điều 1', '\n##\n'],
  ...['===', '---', '\n---\n', '\n===\n', '***', '* * *'],
  ...['```', '~~~', '````', '```js', '\n```\n', '\n~~~\n', '    ```\n'],
  ...['<div>', '</div>', '<!--', '-->', '\n<!-- a\n\nb -->\n', '<?php', '?>', '<![CDATA[', ']]>'],
  ...['<script>', '</script>', '<pre>', '</pre>', '<!DOCTYPE x>', '<!X', '<b>', '<a href="x">'],
  ...['\n<table>\n<tr>\n\n# a\n</table>\n', '<br>', '<sub>2</sub>', '<!-- a --> b <!-- c -->'],
  ...['[foo]', '[foo]: /url', '\n[foo]: /url "t"\n', '[bar]: <x>\n', '[foo][bar]', '![foo]'],
  ...['[a](b)', '[', '](', ']', '[Foo\n> bar]', '\n[foo bar]: /x\n', '\n> [bar]: y\n'],
  ...[
    '*em*',
    '**st**',
    '_x_',
    '`c`',
    '`',
    '\\',
    '&amp;',
    '&nbsp;',
    '\\-',
    '1\\.',
    'a\\)',
    '**',
    '*',
  ],
  ...['text', 'a', 'x y', '\u00a0', '\uFEFF', '\u2028', 'e\u0302\u0323', '\ud83d', '😀'],
  ...[
    '\n|a|b|\n|-|-|\n|c|d|\n',
    '|',
    '\n+---+---+\n| a | b |\n+===+===+\n',
    '[^1]',
    '[^1]: note\n',
  ],
  ...[
    '\n\n    cont',
    'https://a.vn',
    '- [ ] x',
    '\n- a\n\n- b\n',
    '\n1. a\n\n   b\n',
    '\n> a\nb\n',
  ],
  ...['\n- a\n\n  ```\n  x\n\n  y\n  ```\n', '\n    code\n\n    code\n', 'a\n-\n', '-\n\n  a\n'],
  ...['-   a\n\n   b\n', '\n- ```\n\n\n', '\n- <!-- a\n\n', '\n> ```\n> a\n', 'a  \nb\n'],
] as const;

/** Paragraphs as drafters and converters write them. */
const paragraphs = [
  '**ỦY BAN NHÂN DÂN**\n**THÀNH PHỐ HƯNG YÊN**',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM  \n**Độc lập - Tự do - Hạnh phúc**',
  'Số: 12/KH-UBND',
  '*Hưng Yên, ngày 05 tháng 3 năm 2023*',
  '## KẾ HOẠCH\n### Triển khai công tác văn thư năm 2023',
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
  '#### I. MỤC ĐÍCH, YÊU CẦU\n\n1\\. Mục đích\n\na\\) Nâng cao chất lượng;\n\nb\\) Bảo đảm đúng thể thức.',
  '- Phòng Nội vụ tham mưu.\n- Văn phòng theo dõi, đôn đốc.\n\n- Các phường báo cáo trước ngày 15/12/2023.',
  '1. Tổ chức tập huấn\n2. Kiểm tra\n\n    - Tại cơ quan\n    - Tại cơ sở\n\n3. Báo cáo',
  '> Kính gửi:\n>\n> \\- Sở Nội vụ;\n>\n> \\- Ủy ban nhân dân các phường.',
  '| **TT** | Nội dung | Thời gian |\n|:--|---|--:|\n| 1 | Tập huấn | Quý I |\n| 2 | Kiểm tra<br>đột xuất | Quý III |',
  '**Nơi nhận:**\n- Như trên;\n- Lưu: VT, NC.<sub>An</sub>',
  '**TM. ỦY BAN NHÂN DÂN**\n\n**KT. CHỦ TỊCH**\n\n&nbsp;\n\n**Trần Văn Bình**',
  '<!-- vanban-disable-next-line spacing -->\nThực hiện Công văn số 15 /SNV-VTLT ngày 1/2/2023.',
  '-----\n\nPHỤ LỤC\n\n*(Kèm theo Kế hoạch số 12/KH-UBND)*',
  '<table>\n<tr><td>1</td></tr>\n\n<tr><td>2</td></tr>\n</table>',
] as const;

const frontMatters = [
  '',
  '---\n',
  '---\nsố: 12\n---\n',
  '\uFEFF---\nx\n---\n\na\n',
  '\uFEFFa\n\nb\n',
  '---\n---\n',
  '---\r\na: b\r\n---  \r\n',
  '---\ra\r---\r',
] as const;

export function mark(random: Random): string {
  return random.of(marks);
}

export function paragraph(random: Random): string {
  return random.of(paragraphs);
}

/** A text of one to some forty pieces: marks alone, a document, or both mixed. */
export function markdown(random: Random): string {
  const kind = random.next();
  let text = random.chance(0.3) ? random.of(frontMatters) : '';
  if (kind < 0.4) {
    for (let left = 3 + random.below(40); left > 0; left -= 1) {
      text += mark(random) + (random.chance(0.35) ? '\n' : '') + (random.chance(0.2) ? '\n\n' : '');
    }
  } else if (kind < 0.7) {
    for (let left = 3 + random.below(12); left > 0; left -= 1) text += `${paragraph(random)}\n\n`;
  } else {
    for (let left = 2 + random.below(10); left > 0; left -= 1) {
      text += random.chance(0.5) ? paragraph(random) : mark(random) + mark(random) + mark(random);
      text += random.of(['\n\n', '\n', '\n\n\n', '\r\n\r\n']);
    }
  }
  return text;
}

export interface RandomEdit {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/** An edit as typing, pasting and deleting make them, more often at the start than chance would have it. */
export function edit(random: Random, length: number): RandomEdit {
  const from = random.chance(0.1) ? 0 : random.below(length + 1);
  const kind = random.next();
  const upTo = (most: number): number => Math.min(length, from + random.below(most + 1));
  if (kind < 0.35) return { from, to: from, inserted: mark(random) };
  if (kind < 0.5)
    return {
      from,
      to: from,
      inserted: random.of(['x', ' ', '\n', 'ộ', '.', '[', '`', '-', '#', '>']),
    };
  if (kind < 0.75) return { from, to: upTo(random.chance(0.6) ? 1 : 12), inserted: '' };
  if (kind < 0.9) return { from, to: upTo(30), inserted: mark(random) };
  if (kind < 0.95) return { from, to: upTo(300), inserted: '' };
  return { from, to: from, inserted: `${paragraph(random)}\n\n` };
}
