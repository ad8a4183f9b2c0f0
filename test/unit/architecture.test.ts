import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Which rooms under server/ each room may import from, beside itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  source: [],
  norms: [],
  vietnamese: [],
  document: ['source', 'norms', 'vietnamese'],
  rules: ['document', 'norms', 'vietnamese', 'source'],
  lint: ['rules', 'document', 'norms', 'source'],
  config: ['lint', 'rules', 'register', 'document', 'norms', 'source'],
  workspace: ['document', 'norms', 'source'],
  register: ['document', 'norms', 'source'],
  output: ['document', 'norms', 'source', 'vietnamese'],
  features: [
    'config',
    'lint',
    'rules',
    'register',
    'register',
    'workspace',
    'output',
    'document',
    'norms',
    'source',
  ],
  cli: [
    'installation.ts',
    'serve.ts',
    'stdio.ts',
    'pictureFiles.ts',
    'regularFile.ts',
    'features',
    'config',
    'lint',
    'rules',
    'register',
    'workspace',
    'output',
    'document',
    'norms',
    'source',
  ],
  'installation.ts': [],
  'nodeHost.ts': [
    'features',
    'indexFile.ts',
    'installation.ts',
    'output',
    'pictureFiles.ts',
    'scanThread.ts',
    'workspace',
    'workspaceFiles.ts',
  ],
  'pictureFiles.ts': ['regularFile.ts'],
  'regularFile.ts': [],
  'indexFile.ts': ['workspace'],
  'workspaceFiles.ts': ['workspace', 'regularFile.ts'],
  'scanThread.ts': ['workspace'],
  'scanWorker.ts': ['indexFile.ts', 'scanThread.ts', 'workspace', 'workspaceFiles.ts'],
  'serve.ts': ['features', 'installation.ts', 'nodeHost.ts'],
  'stdio.ts': [],
  'main.ts': ['installation.ts', 'serve.ts', 'stdio.ts'],
  'browser.ts': ['features'],
};

/** Rooms that run in a browser as they are. */
const anywhere = [
  'source',
  'norms',
  'vietnamese',
  'document',
  'rules',
  'lint',
  'config',
  'register',
  'workspace',
  'features',
];
const speakProtocol = ['serve.ts', 'stdio.ts', 'features', 'cli', 'main.ts', 'browser.ts'];
const noAsciiWords = ['source', 'norms', 'vietnamese', 'document', 'rules'];

interface Import {
  readonly file: string;
  /** The first step below server/ or client/. */
  readonly room: string;
  readonly target: string;
}

const files = filesOf('server').concat(filesOf('client'));

function filesOf(folder: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.split(sep).includes('node_modules'))
    .map((name) => join(folder, name));
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split(sep);
  return top === 'server' ? room : top;
}

function syntax(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function importsOf(file: string): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ file, room: roomOf(file), target: specifier.text });
  };
  visit(syntax(file), (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0]);
    }
  });
  return found;
}

const imports = files.flatMap(importsOf);
const says = ({ file, target }: Import): string => `${file} imports ${target}`;

describe('architecture', () => {
  it('lets each room of the server know only the rooms before it', () => {
    const wrong = imports.filter(({ file, room, target }) => {
      if (!target.startsWith('.') || room === 'client') return false;
      const to = relative(root, join(root, dirname(file), target));
      const [top] = to.split(sep);
      if (top !== 'server') return true;
      const other = roomOf(to);
      return other !== room && !(arrows[room] ?? []).includes(other);
    });
    assert.deepEqual(wrong.map(says), []);
  });

  it('lets only features and entry points speak the editor protocol', () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        room !== 'client' && /^vscode-/u.test(target) && !speakProtocol.includes(room),
    );
    assert.deepEqual(wrong.map(says), []);
  });

  it('lets only the client know the editor', () => {
    const wrong = imports.filter(({ room, target }) => target === 'vscode' && room !== 'client');
    assert.deepEqual(wrong.map(says), []);
  });

  it('keeps the client out of the server’s code, types aside', () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        room === 'client' && target.includes('/server/') && !target.includes('features/'),
    );
    assert.deepEqual(wrong.map(says), []);
  });

  it('keeps Node’s own modules out of what also runs in a browser', () => {
    const wrong = imports.filter(
      ({ room, target }) => target.startsWith('node:') && anywhere.includes(room),
    );
    assert.deepEqual(wrong.map(says), []);
  });

  it('has no \\b and no \\w where Vietnamese is matched', () => {
    const wrong: string[] = [];
    for (const file of files.filter((name) => noAsciiWords.includes(roomOf(name)))) {
      visit(syntax(file), (node) => {
        const text = patternText(node);
        if (/(?<!\\)(?:\\\\)*\\[bwBW]/u.test(text)) wrong.push(`${file}: ${text}`);
      });
    }
    assert.deepEqual(wrong, []);
  });
});

/** The text of what may be a pattern; a tagged template's is read as it is written. */
function patternText(node: ts.Node): string {
  if (ts.isTaggedTemplateExpression(node) && ts.isNoSubstitutionTemplateLiteral(node.template)) {
    return node.template.rawText ?? '';
  }
  return ts.isRegularExpressionLiteral(node) || isText(node) ? node.text : '';
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node)
  );
}
