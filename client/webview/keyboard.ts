import { keyOf } from './keys.ts';
import type { Preview } from './preview.ts';

/** The keys and the wheel that are the preview's own; scrolling is left to the browser. */
export function listen(preview: Preview, room: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLSelectElement) return;
    if (!act(preview, event)) return;
    event.preventDefault();
    // VS Code would zoom its whole window
    event.stopPropagation();
  });
  room.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      preview.zoomByWheel(event.deltaY, event.clientY - room.getBoundingClientRect().top);
    },
    { passive: false },
  );
  // PageDown scrolls what has the focus, and a page that was just opened has none
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) room.focus({ preventScroll: true });
  });
}

/** Does what a key asks; whether it asked for anything. */
function act(preview: Preview, event: KeyboardEvent): boolean {
  switch (keyOf(event)) {
    case 'zoomIn':
      preview.zoomBy('in');
      return true;
    case 'zoomOut':
      preview.zoomBy('out');
      return true;
    case 'trueSize':
      preview.zoomBy('true');
      return true;
    case 'fit':
      preview.zoomBy('fit');
      return true;
    case 'escape':
      return preview.dismiss();
    case 'open': {
      const { target } = event;
      const isSheet = target instanceof Element && target.matches('.sheet');
      if (isSheet) preview.open(target);
      return isSheet;
    }
    case undefined:
      return false;
  }
}
