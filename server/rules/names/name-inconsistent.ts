import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Document } from '../../document/document.ts';
import { lower } from '../../source/words.ts';
import type { Line } from '../../source/source.ts';
import { contains, type Span } from '../../source/span.ts';
import { withoutTone } from '../../vietnamese/tone.ts';
import { wordListOf } from '../lineWords.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { isRunning, proseLines } from '../typography/prose.ts';
import { WordPhrases } from '../wordPhrases.ts';

export default rule({
  id: 'name-inconsistent',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, II, IV',
  title: {
    vi: 'Một tên viết hai cách',
    en: 'One name is written in two ways',
  },
  why: {
    vi: 'Tên một cơ quan đảo thứ tự (Phòng Tài chính - Kế hoạch và Phòng Kế hoạch - Tài chính), tên một người lúc có dấu lúc không (Nguyễn Thi Hoa và Nguyễn Thị Hoa) làm người đọc tưởng là hai. Cần viết đúng tên chính thức ở mọi chỗ.',
    en: 'An agency whose halves change places (Phòng Tài chính - Kế hoạch and Phòng Kế hoạch - Tài chính), a person whose marks come and go (Nguyễn Thi Hoa and Nguyễn Thị Hoa) look like two. Write the official name throughout.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Phòng Tài chính - Kế hoạch chủ trì; Phòng Tài chính - Kế hoạch báo cáo; «Phòng Kế hoạch - Tài chính» thẩm định.',
      ),
      fixed: fragmentSample(
        'Phòng Tài chính - Kế hoạch chủ trì; Phòng Tài chính - Kế hoạch báo cáo; Phòng Tài chính - Kế hoạch thẩm định.',
      ),
    },
    {
      bad: fragmentSample(
        'Ông Nguyễn Văn Tuấn chủ trì; ông Nguyễn Văn Tuấn kết luận; mời ông «Nguyễn Văn Tuân» dự.',
      ),
      fixed: fragmentSample(
        'Ông Nguyễn Văn Tuấn chủ trì; ông Nguyễn Văn Tuấn kết luận; mời ông Nguyễn Văn Tuấn dự.',
      ),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ cử bà Nguyễn Thị Hoa tham gia rà soát công tác văn thư; các xã, phường liên hệ bà «Nguyễn Thi Hoa» trước ngày 30/01/2026./.',
      }),
    },
    {
      good: fragmentSample('Phòng Tài chính - Kế hoạch chủ trì; Phòng Văn hóa - Xã hội phối hợp.'),
    },
    { good: fragmentSample('Ông Nguyễn Văn Tuấn, ông Nguyễn Văn Tú và bà Trần Thị Hoa tham dự.') },
    {
      good: fragmentSample(
        'Mời ông Nguyễn Văn Tuấn, Chủ tịch và ông Nguyễn Văn Tuân, Phó Chủ tịch tham dự.',
      ),
      note: 'Hai chức danh là hai người.',
    },
    {
      good: fragmentSample(
        '- Ông Nguyễn Văn Tuấn, Chủ tịch;\n- Ông Nguyễn Văn Tuân, Phó Chủ tịch.',
      ),
      note: 'Hai người khác nhau trong một danh sách.',
    },
  ],
  reads: {
    dossier: true,
    facts: ({ lines }) => lines.flatMap(nameFacts),
    parts: ['issuer', 'signature'],
  },
  check(document, report, { documents }) {
    for (const { span, typed, usual } of [
      ...agencies(document, documents),
      ...persons(document),
      ...signers(document, documents),
    ]) {
      report({
        span,
        message: {
          vi: `“${typed}” và “${usual}” có phải là một: cần viết một tên (NĐ 30/2020/NĐ-CP, PL II, II, IV)`,
          en: `“${typed}” and “${usual}” seem to be one: write one name (ND 30/2020/NĐ-CP, Annex II, II, IV)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${usual}”`, en: `Change to “${usual}”` },
            safe: false,
            edits: [{ span, newText: usual }],
          },
        ],
      });
    }
  },
});

interface Name {
  readonly span: Span;
  readonly typed: string;
}

interface Rare extends Name {
  /** How the document writes it more often, or first. */
  readonly usual: string;
}

const halves = pattern.gu`(?<![\p{L}\p{M}])(?:Phòng|Sở|Ban|Tổ|Khoa) \p{Lu}\p{L}*(?: \p{Ll}\p{L}*){1,2} - \p{Lu}\p{L}*(?: \p{Ll}\p{L}*){1,2}?(?![\p{L}\p{M}])`;

const agenciesOfFile = perFile(rareAgencies);
const signersOfFile = perFile(rareSigners);

/** The file's documents belong together: an agency has one name in all of them. */
function agencies(document: Document, documents: readonly Document[]): readonly Rare[] {
  return agenciesOfFile(documents).filter(({ span }) => contains(document.span, span));
}

function perFile(
  find: (documents: readonly Document[]) => readonly Rare[],
): (documents: readonly Document[]) => readonly Rare[] {
  const known = new WeakMap<readonly Document[], readonly Rare[]>();
  return (documents) => {
    const rare = known.get(documents) ?? find(documents);
    known.set(documents, rare);
    return rare;
  };
}

function rareAgencies(documents: readonly Document[]): readonly Rare[] {
  const found = documents.flatMap(({ lines }) => placed(lines, agenciesIn));
  return rareOf(found, (typed) => {
    const [, kind = '', left = '', right = ''] = /^(\S+) (.+) - (.+)$/u.exec(typed) ?? [];
    return [kind, ...[left, right].map(lower).sort()].join(' ');
  });
}

const addressed = pattern.gu`(?<![\p{L}\p{M}])(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c) ((?:\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){2,3})(?! \p{Lu}\p{Ll})(?![\p{L}\p{M}])(?<title>, \p{Lu}[\p{L} ]{2,40})?`;

function signers(document: Document, documents: readonly Document[]): readonly Rare[] {
  return signersOfFile(documents).filter(({ span }) => contains(document.span, span));
}

/** Who signs the documents of one file by the same title. */
function rareSigners(documents: readonly Document[]): readonly Rare[] {
  const byTitle = new Map<string, Name[]>();
  for (const { issuer, signature } of documents) {
    if (!signature?.name || !signature.title) continue;
    const by = `${issuer?.text ?? ''} ${signature.title.text}`;
    const name = { typed: signature.name.text, span: signature.name.span };
    const known = byTitle.get(by);
    if (known) known.push(name);
    else byTitle.set(by, [name]);
  }
  return [...byTitle.values()].flatMap((names) =>
    rareOf(names, (name) => withoutMarks(lower(name))),
  );
}

/** Persons named with `ông`, `bà` in sentences: in lists of people two names may well differ by a mark. */
function persons(document: Document): readonly Rare[] {
  const found = placed(proseLines(document), personsIn);
  // two titles are two persons
  const titlesOf = new Map<string, Set<string>>();
  for (const { typed, title } of found) {
    if (title === '') continue;
    titlesOf.set(typed, (titlesOf.get(typed) ?? new Set()).add(title));
  }
  return rareOf(found, (typed) => withoutTone(lower(typed))).filter(({ typed, usual }) => {
    const titles = new Set([...(titlesOf.get(typed) ?? []), ...(titlesOf.get(usual) ?? [])]);
    return titles.size < 2;
  });
}

/** A name in a line's text. */
interface NameInLine {
  readonly typed: string;
  readonly title: string;
  readonly from: number;
}

const none: readonly never[] = [];

const agenciesIn = perText((line: Line) =>
  line.text.includes(' - ') ? namesIn(line, halves, 0) : none,
);

const titles = new WordPhrases(['ông', 'bà', 'đồng chí', 'đ/c'].map((title) => [title, title]));

const personsIn = perText((line: Line) => {
  const list = wordListOf(line);
  const isNamed = (_title: string, _from: number, to: number): boolean => {
    const first = list.words[to];
    return first !== undefined && first.text !== first.lower;
  };
  if (!titles.some(list, isNamed)) return none;
  const isSentence =
    line.paragraph.kind === 'paragraph' && !/^\s*(?:[-+–•]|\d+[.)])\s/u.test(line.text);
  return isSentence ? namesIn(line, addressed, 1) : none;
});

function nameFacts(line: Line): readonly unknown[] {
  const persons = isRunning(line) ? personsIn(line) : none;
  return [
    ...agenciesIn(line).map(({ typed }) => typed),
    ...persons.map(({ typed, title }) => [typed, title]),
  ];
}

function namesIn({ paragraph, text }: Line, pattern: RegExp, group: number): readonly NameInLine[] {
  if (paragraph.kind === 'code') return none;
  const found = [...text.matchAll(pattern)].map((match) => {
    const typed = match[group] ?? '';
    const title = match.groups?.['title'] ?? '';
    return { typed, title, from: match.index + match[0].indexOf(typed) };
  });
  return found.length === 0 ? none : found;
}

function placed(
  lines: readonly Line[],
  find: (line: Line) => readonly NameInLine[],
): readonly (Name & { readonly title: string })[] {
  const names: (Name & { readonly title: string })[] = [];
  for (const line of lines) {
    for (const { typed, title, from } of find(line)) {
      names.push({ typed, title, span: line.spanOf(from, from + typed.length) });
    }
  }
  return names;
}

/** Of names that share a key, those written otherwise than most, or than the first where that is even. */
function rareOf(found: readonly Name[], keyOf: (typed: string) => string): readonly Rare[] {
  const groups = new Map<string, Name[]>();
  for (const name of found) {
    const key = keyOf(name.typed);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return [...groups.values()].flatMap((group) => {
    const count = (typed: string): number => group.filter((name) => name.typed === typed).length;
    const forms = [...new Set(group.map(({ typed }) => typed))];
    if (forms.length !== 2) return [];
    const [usual = ''] = forms.sort((a, b) => count(b) - count(a));
    return group.filter(({ typed }) => typed !== usual).map((name) => ({ ...name, usual }));
  });
}

function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(pattern.gu`\p{M}`, '');
}
