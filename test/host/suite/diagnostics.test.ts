import assert from 'node:assert/strict';
import { ConfigurationTarget, languages, Position, workspace, WorkspaceEdit } from 'vscode';
import { applyQuickFix } from '../support/codeActions.ts';
import { until } from '../support/until.ts';
import {
  openDossier,
  openText,
  reportOf,
  reports,
  ruleOf,
  save,
  silenceOf,
  vanban,
} from '../support/workspace.ts';

const circular = 'Thông tư số 07/TT-BTC ngày 24/01/2018';

describe('a dossier in VS Code', () => {
  before(() => vanban());

  it('is underlined where it is wrong', async () => {
    const { document } = await openDossier('wrong.md');
    const report = await reportOf(document.uri, 'citation-year-missing');
    assert.equal(document.getText(report.range), '07/TT-BTC');
    assert.match(report.message, /PL I/);
    await reportOf(document.uri, 'required-section');
  });

  it('gets its missing section by a quick fix', async () => {
    const { document } = await openDossier('section.md');
    const report = await reportOf(document.uri, 'required-section');
    await applyQuickFix(document, report, /tổ chức thực hiện/i);
    assert.match(document.getText(), /\n## III\. TỔ CHỨC THỰC HIỆN\n/);
    assert.ok(
      document.getText().indexOf('TỔ CHỨC THỰC HIỆN') < document.getText().indexOf('Nơi nhận'),
    );
    await silenceOf(document.uri, 'required-section');
  });

  it('gets the missing year of a citation by a quick fix', async () => {
    const { document } = await openDossier('citation.md');
    const report = await reportOf(document.uri, 'citation-year-missing');
    await applyQuickFix(document, report, /năm/);
    assert.ok(document.getText().includes(circular.replace('07/TT-BTC', '07/2018/TT-BTC')));
    await silenceOf(document.uri, 'citation-year-missing');
  });

  it('gets its safe fixes on saving where fix-all is on', async () => {
    const settings = workspace.getConfiguration('editor');
    const target = ConfigurationTarget.Workspace;
    await settings.update('codeActionsOnSave', { 'source.fixAll.vanban': 'explicit' }, target);
    const { document } = await openDossier('save.md');
    await reportOf(document.uri, 'citation-year-missing');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(document.lineCount, 0), '\n');
    await workspace.applyEdit(edit);

    await save(document);
    await settings.update('codeActionsOnSave', undefined, target);

    const text = document.getText();
    for (const fixed of [
      'Độc lập - Tự do - Hạnh phúc',
      'ngày 09 tháng 3 năm 2026',
      '## II. NỘI DUNG',
      'Số: 118/VHXH',
      '07/2018/TT-BTC',
    ]) {
      assert.ok(text.includes(fixed), fixed);
    }
  });

  it('is told of in the language of the settings, without the rules that are off', async () => {
    const settings = workspace.getConfiguration('vanban');
    const { document } = await openDossier('settings.md');
    const said = async () => (await reportOf(document.uri, 'citation-year-missing')).message;
    const vietnamese = await said();
    await settings.update('language', 'en', ConfigurationTarget.Workspace);
    await settings.update('rules', { 'date-invalid': 'off' }, ConfigurationTarget.Workspace);
    await silenceOf(document.uri, 'date-invalid');
    await until(languages.onDidChangeDiagnostics, () =>
      reports(document.uri).some(({ message }) => message === vietnamese) ? undefined : true,
    );
    assert.match(await said(), /year/);
    await settings.update('language', undefined, ConfigurationTarget.Workspace);
    await settings.update('rules', undefined, ConfigurationTarget.Workspace);
    await reportOf(document.uri, 'date-invalid');
  });

  it('leaves an ordinary README alone', async () => {
    const readme = await openText(
      'README.md',
      '# Tool\n\nKế hoạch: run it.\n\n1. Install\n3. Run\n',
    );
    const { document } = await openDossier('beside.md');
    await reportOf(document.uri, 'citation-year-missing');
    assert.deepEqual(reports(readme.document.uri).map(ruleOf), []);
  });
});
