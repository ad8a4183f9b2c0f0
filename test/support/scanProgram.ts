/** A thread that hangs at the file `treo` and ends at others; it lists what tells it from another thread. */
import { parentPort, threadId } from 'node:worker_threads';
import type { ScanOrder } from '../../server/scanThread.ts';

function scan(uri: string): { documents: []; isKnown: boolean } {
  if (uri === 'lỗi') throw new Error('tệp hỏng');
  if (uri === 'chết') process.exit(3);
  const held: number[][] = [];
  while (uri === 'hết bộ nhớ') held.push(new Array<number>(1_000_000).fill(0.5));
  while (uri === 'treo');
  return { documents: [], isKnown: true };
}

parentPort?.on('message', (order: ScanOrder) => {
  if (order.kind === 'scan') parentPort?.postMessage(order.uris.map(scan));
  else if (order.kind === 'list') {
    parentPort?.postMessage({ uris: [String(threadId)], isWhole: true });
  } else parentPort?.postMessage(undefined);
});
