import { baselineCommand } from './baselineCommand.ts';
import { doctorCommand } from './doctorCommand.ts';
import { explainCommand } from './explainCommand.ts';
import { exportCommand } from './exportCommand.ts';
import { houseCommand } from './houseCommand.ts';
import { importCommand } from './importCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { newCommand } from './newCommand.ts';
import { registerCommand } from './registerCommand.ts';
import { rulesCommand } from './rulesCommand.ts';
import type { ExitStatus, Io } from './io.ts';

type Command = (args: readonly string[], io: Io) => ExitStatus | Promise<ExitStatus>;

/** The commands but `lint` and `lsp`, by their names. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['baseline', baselineCommand],
  ['doctor', doctorCommand],
  ['explain', explainCommand],
  ['export', exportCommand],
  ['house', houseCommand],
  ['import', importCommand],
  ['merge', mergeCommand],
  ['new', newCommand],
  ['register', registerCommand],
  ['rules', rulesCommand],
]);
