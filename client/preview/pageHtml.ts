import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/**
 * The preview's page: nothing may load or run but the extension's own script and style. It holds no word of
 * the file; what it shows arrives later, as drawings.
 */
export function pageHtml(webview: Webview, resources: Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(resources, 'webview.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(resources, 'webview.css')).toString();
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${style}">
</head>
<body>
<header><select id="documents" hidden></select><output id="count"></output></header>
<p id="message" role="status" hidden></p>
<main id="pages"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
