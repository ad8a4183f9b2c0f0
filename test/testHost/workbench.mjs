/** How long a part of the workbench may take to show, in milliseconds. */
const patience = 60_000;

/** The workbench as a person at the keyboard uses it: it is never clicked inside the text, which would scroll it. */
export class Workbench {
  #page;
  #palette;

  constructor(page) {
    this.#page = page;
    this.#palette = page.locator('.quick-input-widget input.input');
  }

  /** Waits for an editor that shows this text. */
  async hasText(text) {
    await this.#page
      .locator('.monaco-editor .view-line', { hasText: text })
      .first()
      .waitFor({ timeout: patience });
  }

  /** Waits for something underlined as `error`, `warning`, `info` or `hint`. */
  async hasSquiggle(severity) {
    await this.#page.locator(`.squiggly-${severity}`).first().waitFor({ timeout: patience });
  }

  /** Runs a command of the palette by its label. */
  async run(label) {
    await this.#openPalette('F1', `>${label}`);
    await this.#page
      .locator('.quick-input-list .monaco-list-row', { hasText: label })
      .first()
      .waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#palette.waitFor({ state: 'hidden' });
  }

  async goToLine(line, column = 1) {
    await this.#openPalette('Control+g', `:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await this.#palette.waitFor({ state: 'hidden' });
  }

  /** The document inside the webview that is shown. */
  webview() {
    return this.#page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  async #openPalette(key, text) {
    await this.pressUntil(key, this.#palette);
    await this.#palette.fill(text);
  }

  /** Keys are lost while the focus moves between the workbench and a webview: presses until it is there. */
  async pressUntil(key, locator, attempts = 9) {
    for (let attempt = 1; ; attempt += 1) {
      await this.#page.keyboard.press(key);
      try {
        return await locator.waitFor({ timeout: 1500 });
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  }
}
