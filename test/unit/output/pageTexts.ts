const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
};

/** The text of each page of the renderer's drawing, run after run, without the marks that guide breaks. */
export function pageTexts(drawing: string): readonly string[] {
  const [, ...pages] = drawing.split('<g class="typst-page"');
  return pages.map((page) =>
    [...page.matchAll(/<h5:div class="tsel"[^>]*>([^<]*)<\/h5:div>/gu)]
      .map((match) => match[1] ?? '')
      .join('')
      .replace(/&(?:lt|gt|amp|quot|apos|#39);/gu, (entity) => entities[entity] ?? entity)
      .replace(/[\u200B\u2060]/gu, ''),
  );
}
