// The preview's built page in a real browser, with a stand-in for VS Code around it.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { pageHtml } from '../../client/preview/pageHtml.ts';
import { openPage } from '../testHost/browser.mjs';

const types = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/** Serves the page and opens it; `tell` sends it a message as the panel does, `told` is what it sent,
 * `served` are the names of the files that it asked for. */
export async function openPreview({ theme = {}, ...size } = {}) {
  const served = [];
  const server = createServer((request, response) => {
    const name = request.url.slice(1) || 'index.html';
    served.push(name);
    if (!['index.html', 'webview.js', 'webview.css'].includes(name)) {
      response.writeHead(404).end();
      return;
    }
    const origin = `http://127.0.0.1:${server.address().port}`;
    const content =
      name === 'index.html'
        ? pageHtml({ nonce: 'n0nce', script: '/webview.js', style: '/webview.css', origin })
        : readFileSync(new URL(`../../dist/${name}`, import.meta.url));
    response.setHeader('content-type', `${types[name.split('.').at(-1)]}; charset=utf-8`);
    response.end(content);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { page, close } = await openPage(size);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.addInitScript((colours) => {
    globalThis.told = [];
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => globalThis.told.push(message),
      getState: () => globalThis.kept,
      setState: (state) => (globalThis.kept = state),
    });
    document.addEventListener('DOMContentLoaded', () => {
      for (const [name, value] of Object.entries(colours)) {
        document.documentElement.style.setProperty(name, value);
      }
    });
  }, theme);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  return {
    page,
    origin: `http://127.0.0.1:${server.address().port}`,
    served,
    faults,
    tell: (message) =>
      page.evaluate((data) => {
        globalThis.dispatchEvent(new MessageEvent('message', { data }));
        return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      }, message),
    told: (type) => page.evaluate((kind) => globalThis.told.filter((m) => m.type === kind), type),
    close: async () => {
      await close();
      server.close();
    },
  };
}

const width = 595.28;
const height = 841.89;

/** A page with some lines of text, each drawn as a stroke; the first of them begins in a line of the file. */
export function pageOf(hash, firstLine, extra = '') {
  const lines = Array.from({ length: 30 }, (_, at) => ({
    text: `Dòng ${firstLine + at}: Ủy ban nhân dân xã tổ chức thực hiện kế hoạch này.`,
    x: 85,
    y: 60 + at * 24,
    width: 460,
    height: 16.1,
  }));
  const strokes = lines.map(
    ({ x, y, width: long }) => `<path d="M${x} ${y + 12}h${long}" stroke="#bbb"/>`,
  );
  return {
    hash,
    width,
    height,
    drawing: {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${strokes.join('')}${extra}</svg>`,
      lines,
    },
    sourceLines: lines.map((_, at) => firstLine + at),
    tops: lines.map(({ y }) => y),
  };
}

export const mark = {
  page: 0,
  x: 150,
  y: 108,
  width: 90,
  height: 16.1,
  rule: 'ending-mark',
  severity: 'warning',
  message: 'Thiếu dấu chấm <b onclick="evil()">câu</b>.',
};

/** A state of five pages. */
export function stateOf(changes = {}) {
  return {
    type: 'state',
    uri: 'file:///kh.md',
    version: 3,
    language: 'vi',
    title: 'Kế hoạch 46/KH-UBND',
    pages: [0, 30, 60, 90, 120].map((line) => pageOf(`h${line}`, line)),
    marks: [mark],
    documents: [{ index: 0, title: 'Kế hoạch' }],
    index: 0,
    pinned: false,
    diagnostics: true,
    zoom: 'fit',
    ...changes,
  };
}
