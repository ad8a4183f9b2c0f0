import { say } from '../lint/settings.ts';
import type { Localized } from '../rules/rule.ts';
import type { ExitStatus, Io } from './io.ts';
import { isUsageError, UsageError } from './usage.ts';

const usage: Localized = {
  vi: `Cách dùng:
  vanban lint [--format pretty|json|sarif|github|junit] [--fix | --fix-dry-run] [--config TỆP]
              [--stdin --stdin-filename TÊN] [--quiet] [--max-warnings N] [--jobs N] [--shard I/N]
              [--baseline TỆP | --no-baseline | --write-baseline] ĐƯỜNG_DẪN…
  vanban merge TỆP.json…                gộp JSON của các phần --shard thành như một lần chạy
  vanban register add --number SỐ --date NGÀY [--type LOẠI] [--issuer CƠ_QUAN] [--subject TRÍCH_YẾU]
  vanban register check [TỆP]           soát sổ đăng ký văn bản
  vanban register import [--map CỘT=TRƯỜNG,…] [--issuer CƠ_QUAN] [--certainty sure|likely|unsure]
                         [-o TỆP [--force]] TỆP.csv
  vanban baseline write|prune|check ĐƯỜNG_DẪN…   các báo cáo cũ được để yên
  vanban doctor [--format pretty|json] [ĐƯỜNG_DẪN]   cấu hình nào đang dùng, từ tệp nào
  vanban new --type LOẠI [--form plain|frontMatter] [--profile TỆP] [-o TỆP.md]   văn bản mới theo bộ khung của loại
  vanban export --to docx|pdf|html [--pdfa] [-o TỆP|THƯ_MỤC] [--force] [--config TỆP] ĐƯỜNG_DẪN…
                                        mỗi văn bản thành một tệp Word, PDF hoặc HTML
  vanban import [--form frontMatter|plain] [-o TỆP.md|THƯ_MỤC] [--force] ĐƯỜNG_DẪN…
                                        tệp Word thành Markdown
  vanban rules [--format pretty|json]   danh mục quy tắc
  vanban explain QUY_TẮC                giải thích một quy tắc
  vanban lsp --stdio                    máy chủ ngôn ngữ cho trình soạn thảo

Mã thoát: 0 không có lỗi; 1 có lỗi; 2 dùng sai, không đọc được tệp hoặc trục trặc.
Ngôn ngữ: đặt VANBAN_LANGUAGE=en để có tiếng Anh.
`,
  en: `Usage:
  vanban lint [--format pretty|json|sarif|github|junit] [--fix | --fix-dry-run] [--config FILE]
              [--stdin --stdin-filename NAME] [--quiet] [--max-warnings N] [--jobs N] [--shard I/N]
              [--baseline FILE | --no-baseline | --write-baseline] PATH…
  vanban merge FILE.json…               the JSON of all --shard parts as one run writes it
  vanban register add --number NUMBER --date DATE [--type TYPE] [--issuer ISSUER] [--subject SUBJECT]
  vanban register check [FILE]          checks the register of documents
  vanban register import [--map COLUMN=FIELD,…] [--issuer ISSUER] [--certainty sure|likely|unsure]
                         [-o FILE [--force]] FILE.csv
  vanban baseline write|prune|check PATH…   the old reports that are left alone
  vanban doctor [--format pretty|json] [PATH]   which settings hold, and from which file
  vanban new --type TYPE [--form plain|frontMatter] [--profile FILE] [-o OUT.md]   a new document of the type
  vanban export --to docx|pdf|html [--pdfa] [-o FILE|FOLDER] [--force] [--config FILE] PATH…
                                        each document as a Word, PDF or HTML file
  vanban import [--form frontMatter|plain] [-o FILE.md|FOLDER] [--force] PATH…
                                        Word files as Markdown
  vanban rules [--format pretty|json]   the catalogue of rules
  vanban explain RULE                   explains one rule
  vanban lsp --stdio                    the language server, for any editor

Exit status: 0 no error found; 1 some found; 2 bad usage, unreadable input or a fault.
Language: VANBAN_LANGUAGE=vi is the default.
`,
};

/** Runs one command line but `lsp`. Never throws: a fault is one line, with its stack under --debug alone. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    io.err(`vanban: ${faultText(error, io, args.includes('--debug'))}\n`);
    return 2;
  }
}

async function dispatch([command, ...rest]: readonly string[], io: Io): Promise<ExitStatus> {
  switch (command) {
    case '--help':
    case '-h':
    case 'help':
      io.out(say(usage, io.language));
      return 0;
    case '--version':
      io.out(`${io.version}\n`);
      return 0;
    case undefined:
      throw new UsageError({
        vi: 'cần một lệnh; xem vanban --help',
        en: 'a command is missing; see vanban --help',
      });
    // Loaded by itself: what the others need besides would slow down the command that runs most.
    case 'lint':
      return (await import('./lintCommand.ts')).lintCommand(rest, io);
  }
  const { commands } = await import('./commands.ts');
  const asked = commands.get(command);
  if (asked) return asked(rest, io);
  throw new UsageError({
    vi: `không có lệnh ${command}; xem vanban --help`,
    en: `there is no command ${command}; see vanban --help`,
  });
}

/** One line that says what went wrong. */
export function faultText(error: unknown, io: Pick<Io, 'language'>, debug: boolean): string {
  if (isUsageError(error)) return say(error.text, io.language);
  if (debug && error instanceof Error && error.stack) return error.stack;
  const detail = (error instanceof Error ? error.message : String(error)).split(/[\r\n]/u)[0];
  return say({ vi: `trục trặc: ${detail}`, en: `fault: ${detail}` }, io.language);
}
