/** Where a webview gets what it may load. */
export interface PageSources {
  /** Used once: the page's own script bears it. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** What the policy calls the place of the style. */
  readonly origin: string;
}

/**
 * The preview's page: nothing may load or run but the extension's own script and style, and pictures that a
 * drawing carries in itself. It holds no word of the file; what it shows arrives later.
 */
export function pageHtml({ nonce, script, style, origin }: PageSources): string {
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>vanban</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<header id="bar"></header>
<p id="message" role="status" hidden></p>
<main id="pages" tabindex="-1"></main>
<div id="tooltip" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
