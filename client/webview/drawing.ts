/** What the typesetter draws with; anything else did not come from it. */
const elements = new Set([
  'svg',
  'g',
  'defs',
  'symbol',
  'use',
  'path',
  'rect',
  'line',
  'circle',
  'ellipse',
  'polygon',
  'polyline',
  'image',
  'clipPath',
  'mask',
  'pattern',
  'linearGradient',
  'radialGradient',
  'stop',
]);

/** Where a reference may lead: into the drawing itself, or to a picture that it carries. */
const inside = /^(?:#|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/;

/** An SVG of the typesetter as nodes of this page; none when it is not well formed. */
export function drawingOf(svg: string): readonly Node[] {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (parsed.localName !== 'svg') return [];
  keepDrawnOnly(parsed);
  parsed.setAttribute('width', '100%');
  parsed.setAttribute('height', '100%');
  return [document.importNode(parsed, true)];
}

/** Takes out what could load or run something: the page's policy forbids it too. */
function keepDrawnOnly(root: Element): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!elements.has(element.localName)) {
      element.remove();
      continue;
    }
    for (const { name, localName, value } of [...element.attributes]) {
      const leads = localName === 'href' && !inside.test(value);
      if (leads || localName.startsWith('on') || localName === 'style')
        element.removeAttribute(name);
    }
  }
}
