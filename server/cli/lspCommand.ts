import type { Installation } from '../installation.ts';
import { serve } from '../serve.ts';
import { stdioConnection } from '../stdio.ts';
import { parseCommandLine, UsageError } from './usage.ts';

/** `vanban lsp --stdio`: the language server until its client ends it; never returns by itself. */
export async function lspCommand(
  args: readonly string[],
  installation: Installation,
): Promise<never> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      stdio: { type: 'boolean' },
      // Some editors' clients add it to every server's command line.
      clientProcessId: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });
  if (!values.stdio || positionals.length > 0) {
    throw new UsageError({ vi: 'lsp cần --stdio', en: 'lsp takes --stdio' });
  }
  serve(stdioConnection(), installation);
  return new Promise(() => undefined);
}
