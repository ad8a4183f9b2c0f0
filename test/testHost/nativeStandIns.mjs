// Two native modules of VS Code's server have no prebuilt binary in their packages. These few lines do
// their work well enough for tests, so that no compiler is needed.

/** For `@vscode/spdlog`: appends to the log file at once. */
export const spdlog = `
const fs = require('node:fs');
const path = require('node:path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(kind, name, file) {
    this.file = file;
    this.level = 0;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    const line = this.raw ? message : time + ' [' + levels[level] + '] ' + message + '\\n';
    try { fs.appendFileSync(this.file, line); } catch { /* the folder is gone: the run is over */ }
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.raw = true; }
  setPattern() {}
  flush() {}
  drop() {}
}

const create = async (name, file) => new Logger('rotating', name, file);
// One by one: an importing ES module finds the names only so.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

/** For `native-watchdog`: ends the process when its parent has ended. */
export const watchdog = `
exports.start = (parent) => {
  const watch = setInterval(() => {
    try { process.kill(parent, 0); } catch { process.exit(87); }
  }, 3000);
  watch.unref();
};
exports.exit = (code) => process.exit(code ?? 0);
`;
