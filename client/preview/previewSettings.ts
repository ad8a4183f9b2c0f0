import { ConfigurationTarget, workspace, type Memento } from 'vscode';
import { zoomFrom, type Zoom } from '../webview/zoom.ts';

const zoomKey = 'vanban.preview.zoom';

/** What the person chose for all previews. */
export class PreviewSettings {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /** How large a new preview begins: as the last one was left. */
  get zoom(): Zoom {
    return zoomFrom(this.#memento.get(zoomKey));
  }

  keepZoom(zoom: Zoom): void {
    void this.#memento.update(zoomKey, zoom);
  }

  /** Whether diagnostics are drawn on the pages. */
  get diagnostics(): boolean {
    return workspace.getConfiguration('vanban.preview').get('diagnostics', true);
  }

  /** Keeps it where it is set now; among the person's own settings when nowhere. */
  async keepDiagnostics(on: boolean): Promise<void> {
    const configuration = workspace.getConfiguration('vanban.preview');
    const set = configuration.inspect('diagnostics');
    const target =
      set?.workspaceValue === undefined
        ? ConfigurationTarget.Global
        : ConfigurationTarget.Workspace;
    await configuration.update('diagnostics', on, target);
  }
}
