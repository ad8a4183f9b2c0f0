import { zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * A Word file with that content of its body, and other parts by what stands inside their root. The n-th of them has
 * the relationship `r` and n, and further ones are as given.
 */
export function wordFile(
  body: string,
  others: Readonly<Record<string, string>> = {},
  links = '',
): Uint8Array {
  const relations = Object.keys(others).map((name, index) => {
    const target = name.replace(/^word\//u, '');
    const kind = target.replace(/\d*\.\w+$/u, '');
    return `<Relationship Id="r${index}" Type="${office}/${kind}" Target="${target}"/>`;
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}">${relations.join('')}${links}</Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, content] of Object.entries(others)) {
    parts[name] = `<w:root xmlns:w="${word}">${content}</w:root>`;
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    ),
  );
}
