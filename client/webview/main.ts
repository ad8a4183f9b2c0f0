import type { FromPage, PreviewState } from './messages.ts';
import { Pages } from './pages.ts';

interface Host {
  postMessage(message: FromPage): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const message = element('message', HTMLParagraphElement);
const count = element('count', HTMLOutputElement);
const choice = element('documents', HTMLSelectElement);
const pages = new Pages(element('pages', HTMLElement));

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no #${id} on the page`);
  return found;
}

function show(state: PreviewState): void {
  pages.show(state.pages, state.title);
  message.textContent = state.message ?? '';
  message.hidden = state.message === undefined;
  count.textContent = state.pages.length > 0 ? state.pageCount : '';
  showChoice(state);
  host.postMessage({
    type: 'shown',
    shown: {
      version: state.version,
      title: state.title,
      pages: pages.count,
      glyphs: pages.glyphs(),
      message: message.textContent,
    },
  });
}

function showChoice({ documents, index, chooseDocument }: PreviewState): void {
  choice.hidden = documents.length < 2;
  choice.ariaLabel = chooseDocument;
  choice.replaceChildren(
    ...documents.map(
      (item) => new Option(item.title, String(item.index), false, item.index === index),
    ),
  );
}

choice.addEventListener('change', () => {
  host.postMessage({ type: 'choose', index: Number(choice.value) });
});
window.addEventListener('message', ({ data }: MessageEvent<PreviewState>) => {
  show(data);
});
host.postMessage({ type: 'ready' });
