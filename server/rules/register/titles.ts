import { wordKey } from '../../document/tokens.ts';
import { pattern } from '../../source/letters.ts';

/** Words that open titles or stand in every other one: they tell no two documents apart. */
const common: ReadonlySet<string> = new Set(
  (
    'về việc ban hành quy định quy chế hướng dẫn phê duyệt triển khai thực hiện tổ chức tăng cường chi tiết một số ' +
    'điều nội dung của và các cho với theo tại trong đối với có liên quan đến năm giai đoạn trên địa bàn tỉnh thành ' +
    'phố xã phường thị trấn huyện quận công tác quản lý nhà nước sửa đổi bổ sung nhiệm vụ kế hoạch chương trình ' +
    'nghị định thông tư luật quyết định nghị quyết thi hành biện pháp được đề án phương án kết quả đẩy mạnh'
  ).split(' '),
);

/** Fewer telling words than this decide nothing. */
const fewest = 3;

/**
 * Whether two titles cannot be one document's: their telling words have nothing in common. Case, marks,
 * abbreviations, a shortened title and the words that every title opens with make no difference.
 */
export function titlesDiffer(a: string, b: string): boolean {
  const first = tellingWords(a);
  const second = tellingWords(b);
  if (Math.min(first.size, second.size) < fewest) return false;
  for (const word of first) if (second.has(word)) return false;
  return !abbreviates(a, b) && !abbreviates(b, a);
}

/** Whether two names of laws are different laws: no word in common, the commonest aside. */
export function lawNamesDiffer(a: string, b: string): boolean {
  const first = wordsOf(a).filter((word) => !joining.has(word));
  const second = new Set(wordsOf(b));
  return first.length > 0 && second.size > 0 && !first.some((word) => second.has(word));
}

const joining: ReadonlySet<string> = new Set(['về', 'và', 'của', 'các']);

function wordsOf(title: string): readonly string[] {
  return wordKey(title.normalize('NFC'))
    .split(pattern.u`[^\p{L}\p{N}]+`)
    .filter((word) => word !== '');
}

function tellingWords(title: string): ReadonlySet<string> {
  return new Set(
    wordsOf(title).filter((word) => !common.has(word) && !pattern.u`^\p{N}+$`.test(word)),
  );
}

/** Whether an abbreviation of `a` (`CNTT`, `PCCC`) stands for first letters that follow one another in `b`. */
function abbreviates(a: string, b: string): boolean {
  const letters = wordsOf(b)
    .map((word) => word.charAt(0))
    .join('');
  return (a.match(pattern.gu`\p{Lu}{2,}`) ?? []).some((short) => letters.includes(wordKey(short)));
}
