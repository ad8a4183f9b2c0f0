export type Key = 'zoomIn' | 'zoomOut' | 'trueSize' | 'fit' | 'escape' | 'open';

const keys: Readonly<Record<string, Key>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'trueSize',
  w: 'fit',
  W: 'fit',
  Escape: 'escape',
  Enter: 'open',
};

/** What a key asks of the pages, alone or (to zoom) with Ctrl or Cmd; all others belong to VS Code and the browser. */
export function keyOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): Key | undefined {
  const key = keys[event.key];
  if (!key || event.altKey) return undefined;
  const zooms = key === 'zoomIn' || key === 'zoomOut' || key === 'trueSize';
  return (event.ctrlKey || event.metaKey) && !zooms ? undefined : key;
}
