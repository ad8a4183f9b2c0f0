import { lineIndexAt } from '../structure/sectionWalk.ts';
import { pattern } from '../../source/letters.ts';
import type { Line } from '../../source/source.ts';
import { SpanSet } from '../../source/spanSet.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { listKeyOf, listRuns, type ListedItem } from './listRuns.ts';
import { isRunning, machineParts, proseLines } from './prose.ts';

/** How many siblings must end alike before the one that does not is wrong. */
const leastSiblings = 3;

export default rule({
  id: 'list-punctuation',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Một ý trong danh sách thiếu dấu cuối',
    en: 'One item of a list lacks its end mark',
  },
  why: {
    vi: 'Các ý của một danh sách kết thúc bằng một thứ dấu: chấm phẩy, ý cuối bằng dấu chấm; hoặc mỗi ý một dấu chấm. Ý thiếu dấu thường do dán thêm hay sửa dở.',
    en: 'The items of a list end alike: with a semicolon and the last with a full stop, or each with a full stop. One without is usually pasted in or left half edited.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        '- Rà soát hồ sơ;\n- Phân loại tài «liệu»\n- Lập danh mục;\n- Sắp xếp, bảo quản;\n- Báo cáo kết quả.',
      ),
      fixed: fragmentSample(
        '- Rà soát hồ sơ;\n- Phân loại tài liệu;\n- Lập danh mục;\n- Sắp xếp, bảo quản;\n- Báo cáo kết quả.',
      ),
    },
    {
      bad: fragmentSample(
        'a) Rà soát hồ sơ;\n\nb) Lập danh mục;\n\nc) Sắp xếp, bảo quản;\n\nd) Báo cáo kết «quả»',
      ),
      fixed: fragmentSample(
        'a) Rà soát hồ sơ;\n\nb) Lập danh mục;\n\nc) Sắp xếp, bảo quản;\n\nd) Báo cáo kết quả.',
      ),
    },
    {
      bad: fragmentSample(
        '- 100% hồ sơ được lập danh mục.\n\n- 100% văn bản được số hóa đúng «hạn»\n\n- 100% tài liệu được bảo quản.\n\n- Có phần mềm tra cứu.',
      ),
      fixed: fragmentSample(
        '- 100% hồ sơ được lập danh mục.\n\n- 100% văn bản được số hóa đúng hạn.\n\n- 100% tài liệu được bảo quản.\n\n- Có phần mềm tra cứu.',
      ),
    },
    { good: fragmentSample('- Rà soát;\n- Phân loại;\n- Lập danh mục;\n- Báo cáo.') },
    {
      good: fragmentSample('- Rà soát hồ sơ\n- Phân loại;\n- Báo cáo.'),
      note: 'Quá ít ý để biết dấu nào đúng.',
    },
    {
      good: fragmentSample(
        '- Rà soát;\n- Phân loại gồm\n  + Hồ sơ giấy;\n  + Hồ sơ điện tử;\n- Lập danh mục;\n- Sắp xếp;\n- Báo cáo.',
      ),
      note: 'Ý dẫn vào danh sách con.',
    },
    {
      good: fragmentSample('- Mục tiêu\n- Nhiệm vụ\n- Giải pháp\n- Kinh phí\n- Tổ chức thực hiện'),
    },
    {
      good: fragmentSample('a) Rà soát;\n\nb) Phân loại; và\n\nc) Lập danh mục;\n\nd) Báo cáo.'),
    },
  ],
  reads: { facts: ({ lines }) => [lines.filter(isRunning).map(listFact)], parts: ['legalBases'] },
  check(document, report) {
    const owned = document.legalBases.map(({ span }) => span);
    const ownedEnd = owned.reduce((furthest, { end }) => Math.max(furthest, end), 0);
    const ownedSet = new SpanSet(owned);
    const first = lineIndexAt(document, ownedEnd);
    const afterOwned = document.lines[first]?.index ?? Infinity;
    const lines = proseLines(document)
      .filter((line) => line.index >= afterOwned || !ownedSet.overlaps(line.span))
      .sort((a, b) => a.index - b.index);
    for (const run of listRuns(lines)) {
      const missing = withoutMark(run);
      if (!missing) continue;
      const { line, mark } = missing;
      const end = line.text.trimEnd().length;
      const from = line.text.slice(0, end).search(/\S+$/u);
      const place = line.spanOf(from, end);
      const at = line.spanOf(end - 1, end).end;
      report({
        span: place,
        message: {
          vi: `Ý này thiếu dấu cuối: cần “${mark}” như các ý khác của danh sách (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `This item lacks its end mark: expected “${mark}” to match the rest of the list (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
        fixes: [
          {
            title: { vi: `Thêm dấu “${mark}”`, en: `Add “${mark}”` },
            safe: true,
            edits: [{ span: { start: at, end: at }, newText: mark }],
          },
        ],
      });
    }
  },
});

/** What a line is to a list that it may stand in; nothing of its words where it is in none. */
function listFact(line: Line): unknown {
  const { kind } = line.paragraph;
  const isListed =
    kind === 'listItem' || line.paragraph.lines.some((each) => listKeyOf(each) !== '');
  return [kind, ...(isListed ? [listKeyOf(line), endMark(line), canTakeMark(line)] : [])];
}

/** The one item without a mark in a list whose others all end alike, with the mark that it should have. */
function withoutMark(
  run: readonly ListedItem[],
): { readonly line: Line; readonly mark: string } | undefined {
  if (run.length <= leastSiblings) return undefined;
  const ends = run.map(({ lines }) => endMark(lines.at(-1)));
  const bare = run.flatMap((item, index) => (ends[index] === '' ? [{ item, index }] : []));
  const [only] = bare;
  if (!only || bare.length > 1 || only.item.introduces) return undefined;
  const last = run.length - 1;
  const marks = new Set(
    run.flatMap(({ introduces }, index) =>
      index === only.index || index === last || introduces ? [] : [ends[index]],
    ),
  );
  const siblings = run.filter(
    ({ introduces }, index) => index !== only.index && index !== last && !introduces,
  );
  const [mark] = marks;
  const enough = siblings.length + (only.index !== last && !run[last]?.introduces ? 1 : 0);
  if (marks.size !== 1 || enough < leastSiblings) return undefined;
  if (mark !== ';' && mark !== '.') return undefined;
  const line = only.item.lines.at(-1);
  if (!line || !canTakeMark(line)) return undefined;
  return { line, mark: only.index === last ? '.' : mark };
}

/** `;`, `.`, another mark, or '' of an item that has none. */
function endMark(line: Line | undefined): string {
  const text = (line?.text ?? '')
    .trimEnd()
    .replace(/(?:\[\^[^\]\s]{1,40}\])+(?=[;.,:]?$)/u, '')
    .replace(/([;,])\s*(?:và|hoặc|và\/hoặc)$/u, '$1');
  if (text.endsWith('./.')) return '.';
  return /[;.,:!?…]$/u.exec(text.replace(/([;.,:!?…])[”"’)]$/u, '$1'))?.[0] ?? '';
}

/** A title in bold, an address and a footnote's sign stand without a mark. */
function canTakeMark(line: Line): boolean {
  const text = line.text.trimEnd();
  return (
    pattern.u`[\p{L}\p{N})”"’%]$`.test(text) && !line.bold && !machineParts(text)(text.length - 1)
  );
}
