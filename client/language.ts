import { workspace } from 'vscode';

export interface Localized {
  readonly vi: string;
  readonly en: string;
}

/** The text in the language of the setting `vanban.language`: Vietnamese unless English was chosen. */
export function say(text: Localized): string {
  return workspace.getConfiguration('vanban').get('language') === 'en' ? text.en : text.vi;
}
