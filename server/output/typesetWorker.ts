import { parentPort, workerData } from 'node:worker_threads';
import { drawnPages, type DrawnPage } from './pageSvg.ts';
import type { TypesetAssets } from './typesetAssets.ts';
import type { TypesetAnswer, TypesetOrder } from './typeset.ts';
import { TypstEngine } from './typstEngine.ts';

const port = parentPort;
if (!port) throw new Error('the typesetter runs as a worker');

const known = new Map<string, DrawnPage>();
const engine = TypstEngine.load(workerData as TypesetAssets);

port.on('message', (order: TypesetOrder) => {
  engine
    .then((ready): TypesetAnswer => {
      for (const picture of order.pictures) ready.keep(picture);
      const made =
        order.format === 'pdf'
          ? { pdf: ready.pdf(order.source) }
          : { pages: drawnPages(ready.svg(order.source), known) };
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
