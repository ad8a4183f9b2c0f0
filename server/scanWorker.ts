import { parentPort, workerData } from 'node:worker_threads';
import { indexFile } from './indexFile.ts';
import type { ScanOrder, ScanTask } from './scanThread.ts';
import { FileScanner } from './workspace/fileScanner.ts';
import { workspaceFiles } from './workspaceFiles.ts';

const port = parentPort;
if (!port) throw new Error('the scanner runs as a worker');

const { version, storage } = workerData as ScanTask;
const scanner = new FileScanner(
  version,
  workspaceFiles,
  storage === undefined ? undefined : indexFile(storage),
);

function answer(order: ScanOrder): Promise<unknown> {
  if (order.kind === 'list') return scanner.list(order.folder);
  return order.kind === 'scan' ? scanner.scan(order.uris) : scanner.rest();
}

port.on('message', (order: ScanOrder) => {
  answer(order)
    .then((found) => {
      port.postMessage(found);
    })
    .catch((error: unknown) => {
      throw error;
    });
});
