import { element } from './element.ts';
import { host } from './host.ts';
import { listen } from './keyboard.ts';
import type { ToPage } from './messages.ts';
import { Preview } from './preview.ts';

const room = element('pages', HTMLElement);
const preview = new Preview(room);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'state':
      return preview.show(data);
    case 'place':
      return preview.showPlace(data.boxes, data.reveal);
    case 'scroll':
      return preview.scrollToLine(data.line);
  }
});
listen(preview, room);
host.postMessage({ type: 'ready' });
