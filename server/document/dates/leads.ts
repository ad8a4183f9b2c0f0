import { PhraseTable } from '../phraseTable.ts';

/** Words that lead a date; whether they make it a time limit, and whether they begin or end a range. */
export interface Lead {
  readonly deadline: boolean;
  readonly opens: boolean;
}

const limits = [
  'trước',
  'xong trước',
  'chậm nhất',
  'chậm nhất là',
  'chậm nhất vào',
  'chậm nhất đến',
  'chậm nhất đến hết',
  'chậm nhất trong',
  'chậm nhất trước',
  'muộn nhất',
  'muộn nhất là',
  'muộn nhất vào',
  'không muộn hơn',
  'hạn cuối',
  'hạn cuối là',
  'hạn cuối cùng',
  'hạn cuối cùng là',
  'hạn chót',
  'hạn chót là',
  'thời hạn cuối',
  'hết',
  'đến hết',
];
const openings = ['từ', 'kể từ', 'bắt đầu từ'];
const others = ['đến', 'tính đến', 'tính đến hết', 'tính từ', 'sau', 'vào', 'trong', 'hôm'];

export const leads = new PhraseTable<Lead>([
  ...limits.map((phrase) => [phrase, { deadline: true, opens: false }] as const),
  ...openings.map((phrase) => [phrase, { deadline: false, opens: true }] as const),
  ...others.map((phrase) => [phrase, { deadline: false, opens: false }] as const),
]);
