import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  extensions,
  languages,
  Uri,
  window,
  workspace,
  type Diagnostic,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Api } from '../../../client/api.ts';
import { until } from './until.ts';

function folder(): string {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'the run has a workspace folder');
  return first.uri.fsPath;
}

/** The extension, activated. */
export async function vanban(): Promise<Api> {
  const extension = extensions.getExtension<Api>('vanban.vanban');
  assert.ok(extension, 'vanban is installed');
  return extension.activate();
}

/** An editor on a new file of the workspace with this text. */
export async function openText(name: string, text: string): Promise<TextEditor> {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return window.showTextDocument(await workspace.openTextDocument(Uri.file(path)));
}

/** An editor on a fresh copy of the dossier that the run was given. */
export async function openDossier(name: string): Promise<TextEditor> {
  const path = join(folder(), name);
  copyFileSync(join(folder(), 'dossier.md'), path);
  return window.showTextDocument(await workspace.openTextDocument(Uri.file(path)));
}

/** Saves as a person does, who presses the keys again where the editor answers that it has not. */
export async function save(document: TextDocument): Promise<void> {
  for (let attempt = 1; !(await document.save()); attempt += 1) {
    const { isDirty, version } = document;
    assert.ok(attempt < 3, `not saved: ${JSON.stringify({ isDirty, version })}`);
  }
}

/** What vanban reports on a file at this moment. */
export function reports(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'vanban');
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The first report of a rule, once there is one. */
export function reportOf(uri: Uri, rule: string): Promise<Diagnostic> {
  return until(languages.onDidChangeDiagnostics, () =>
    reports(uri).find((report) => ruleOf(report) === rule),
  );
}

/** Settles once a rule has nothing to report on the file. */
export async function silenceOf(uri: Uri, rule: string): Promise<void> {
  await until(languages.onDidChangeDiagnostics, () =>
    reports(uri).some((report) => ruleOf(report) === rule) ? undefined : true,
  );
}
