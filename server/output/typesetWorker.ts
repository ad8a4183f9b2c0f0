import { parentPort, workerData } from 'node:worker_threads';
import { drawnPages, type DrawnPage } from './pageSvg.ts';
import type { TypesetAssets } from './typesetAssets.ts';
import type { SentPages, TypesetAnswer, TypesetOrder } from './typeset.ts';
import { TypstEngine } from './typstEngine.ts';

const port = parentPort;
if (!port) throw new Error('the typesetter runs as a worker');

const known = new Map<string, DrawnPage>();
/** The pages sent last, with their place among them. */
let sent: ReadonlyMap<DrawnPage, number> = new Map();
const engine = TypstEngine.load(workerData as TypesetAssets);

port.on('message', (order: TypesetOrder) => {
  engine
    .then((ready): TypesetAnswer => {
      for (const picture of order.pictures) ready.keep(picture);
      const made =
        order.format === 'pdf'
          ? { pdf: ready.pdf(order.source) }
          : changed(drawnPages(ready.svg(order.source), known));
      return { id: order.id, made, memory: ready.memory };
    })
    .catch((error: unknown): TypesetAnswer => ({ id: order.id, error: String(error) }))
    .then((answer) => {
      port.postMessage(answer);
    })
    .catch((error: unknown) => {
      throw error;
    });
});

/** Most keystrokes change one page of many, and to copy a page to the other thread takes its time. */
function changed(pages: readonly DrawnPage[]): SentPages {
  const answer = pages.map((page) => sent.get(page) ?? page);
  sent = new Map(pages.map((page, index) => [page, index]));
  return { pages: answer };
}
