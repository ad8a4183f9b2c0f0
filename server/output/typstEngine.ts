import { readFile } from 'node:fs/promises';
import initCompiler, {
  TypstCompilerBuilder,
  type IncrServer,
  type TypstCompiler,
  type TypstCompileWorld,
} from '@myriaddreamin/typst-ts-web-compiler';
import initRenderer, {
  TypstRendererBuilder,
  type RenderSession,
  type TypstRenderer,
} from '@myriaddreamin/typst-ts-renderer';
import type { Picture } from './block.ts';
import { isSafeEdit } from './sourceEdit.ts';
import type { TypesetAssets } from './typesetAssets.ts';
import { pictureFile } from './typst.ts';
import { typstString } from './typstText.ts';

const mainFile = '/main.typ';

/** Comments behind a source: where the other one stands than before, the two sources end differently. */
const ends = ['\n// a', '\n// b'] as const;

/** One grey pixel, drawn as large as the picture that it stands for. */
const greyPixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4CwAA3wDeKXlwtgAAAABJRU5ErkJggg==';

/** The compiler's numbers for what it makes. */
const artifact = { vector: 0, pdf: 1 } as const;

/** How much of the artifact the renderer writes: the pages and the glyphs they use, no style, no script. */
const svgParts = 1 | 2;

interface WasmMemory {
  readonly buffer: ArrayBufferLike;
}

/** The Typst compiler and renderer, in this thread. It has neither files nor packages nor network. */
export class TypstEngine {
  readonly #compiler: TypstCompiler;
  readonly #renderer: TypstRenderer;
  readonly #memories: readonly WasmMemory[];
  /** What was compiled last, so that the next source is told as what changed. */
  readonly #compiled: IncrServer;
  /** The pages that the renderer has. */
  readonly #drawn: RenderSession;
  #first = true;
  /** What the compiler has as its main file. */
  #source = '';

  private constructor(
    compiler: TypstCompiler,
    renderer: TypstRenderer,
    memories: readonly WasmMemory[],
  ) {
    this.#compiler = compiler;
    this.#renderer = renderer;
    this.#memories = memories;
    this.#compiled = compiler.create_incr_server();
    this.#drawn = renderer.create_session();
  }

  /** The engine's memory in bytes. It grows with every new text, for its cache is never emptied. */
  get memory(): number {
    return this.#memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  }

  static async load(assets: Omit<TypesetAssets, 'worker'>): Promise<TypstEngine> {
    const bytes = (path: string): Promise<Uint8Array<ArrayBuffer>> =>
      readFile(path).then((buffer) => new Uint8Array(buffer));
    const outputs = await Promise.all([
      bytes(assets.compiler).then((wasm) => initCompiler({ module_or_path: wasm })),
      bytes(assets.renderer).then((wasm) => initRenderer({ module_or_path: wasm })),
    ]);
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of await Promise.all(assets.fonts.map(bytes))) await builder.add_raw_font(font);
    return new TypstEngine(
      await builder.build(),
      await new TypstRendererBuilder().build(),
      outputs.map(({ memory }) => memory),
    );
  }

  /** Makes a picture known to every source from now on; one that cannot be decoded as a grey box. */
  keep(picture: Picture): void {
    const file = pictureFile(picture);
    this.#compiler.map_shadow(file, picture.bytes);
    try {
      this.#compile(`#image(${typstString(file)})`, artifact.vector);
    } catch {
      this.#compiler.map_shadow(file, new Uint8Array(Buffer.from(greyPixel, 'base64')));
    }
  }

  /** The pages as one SVG, as the renderer writes it. Throws the compiler's complaint as an Error. */
  svg(source: string): string {
    const change = this.#inWorld(source, (world) => world.incr_compile(this.#compiled, 3));
    // the compiler tells what changed since the last source, the renderer keeps the rest
    this.#renderer.manipulate_data(this.#drawn, this.#first ? 'reset' : 'merge', change);
    this.#first = false;
    return this.#renderer.svg_data(this.#drawn, svgParts);
  }

  /** The pages as a PDF file. Throws the compiler's complaint as an Error. */
  pdf(source: string): Uint8Array {
    return this.#compile(source, artifact.pdf);
  }

  #compile(source: string, format: number): Uint8Array {
    return this.#inWorld(source, (world) => world.get_artifact(format, 3));
  }

  #inWorld(source: string, make: (world: TypstCompileWorld) => unknown): Uint8Array {
    const same = source + (this.#source.endsWith(ends[0]) ? ends[0] : ends[1]);
    const other = source + (this.#source.endsWith(ends[0]) ? ends[1] : ends[0]);
    this.#source = isSafeEdit(this.#source, same) ? same : other;
    this.#compiler.add_source(mainFile, this.#source);
    const world = this.#compiler.snapshot(undefined, mainFile, undefined);
    try {
      const answer = make(world);
      const made =
        typeof answer === 'object' && answer !== null && 'result' in answer && answer.result;
      if (made instanceof Uint8Array) return made;
      throw new Error(complaint(answer));
    } finally {
      world.free();
    }
  }
}

function complaint(answer: unknown): string {
  return JSON.stringify(answer).slice(0, 500);
}
