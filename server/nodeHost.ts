import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ServerHost } from './features/server.ts';
import { indexFile } from './indexFile.ts';
import type { Installation } from './installation.ts';
import { Typesetter } from './output/typeset.ts';
import { bundledAssets } from './output/typesetAssets.ts';
import { readPictureOf } from './pictureFiles.ts';
import { ScanThread } from './scanThread.ts';
import { FileScanner } from './workspace/fileScanner.ts';
import { workspaceFiles } from './workspaceFiles.ts';

/** The program of the thread that scans files: beside a bundle, and nowhere where we run from source. */
const scanProgram = fileURLToPath(new URL('./scan.mjs', import.meta.url));

/** What Node offers the language server of an installation. */
export function nodeHost({ version, rulePages, bundle }: Installation): ServerHost {
  const assets = bundle === undefined ? undefined : bundledAssets(bundle);
  let typesetter: Typesetter | undefined;
  return {
    version,
    rulePages,
    now: () => performance.now(),
    readFile: (uri) => workspaceFiles.read(uri),
    scanner: (storage, lost) =>
      existsSync(scanProgram)
        ? new ScanThread({ version, storage }, { program: scanProgram, lost })
        : new FileScanner(
            version,
            workspaceFiles,
            storage === undefined ? undefined : indexFile(storage),
          ),
    readPicture: readPictureOf,
    fileSetter: () =>
      assets && existsSync(assets.worker)
        ? new Typesetter(assets, { timeout: 180_000, memoryLimit: 1_000_000_000 })
        : undefined,
    pageSetter: () => {
      if (!typesetter && assets && existsSync(assets.worker)) typesetter = new Typesetter(assets);
      return typesetter;
    },
  };
}
