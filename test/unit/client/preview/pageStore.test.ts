import assert from 'node:assert/strict';
import { PageStore } from '../../../../client/preview/pageStore.ts';
import { ScrollLead } from '../../../../client/preview/scrollLead.ts';

const page = (hash: string, svg?: string) => ({
  hash,
  width: 595,
  height: 842,
  lines: [{ text: hash, x: 1, y: 2, width: 3, height: 4, sourceLine: 7 }],
  ...(svg === undefined ? {} : { svg }),
});

describe('the pages that a preview has', () => {
  it('fills in the drawings that the server left out, and sends only new ones on', () => {
    const store = new PageStore();
    assert.ok(store.take([page('a', 'A'), page('b', 'B')]));
    assert.equal(store.toSend().filter(({ drawing }) => drawing).length, 2);
    assert.deepEqual(store.known(), ['a', 'b']);
    assert.ok(store.take([page('a'), page('c', 'C'), page('b')]));
    assert.deepEqual(
      store.toSend().map(({ drawing }) => drawing?.svg),
      [undefined, 'C', undefined],
    );
    store.forgetSent();
    assert.deepEqual(
      store.toSend().map(({ drawing }) => drawing?.svg),
      ['A', 'C', 'B'],
    );
  });

  it('refuses an answer that lacks a drawing, and keeps what it had', () => {
    const store = new PageStore();
    store.take([page('a', 'A')]);
    assert.equal(store.take([page('z')]), false);
    assert.deepEqual(store.known(), ['a']);
  });
});

describe('the side that scrolls', () => {
  it('leads until it rests, so that no echo answers it', () => {
    let now = 0;
    const lead = new ScrollLead(() => now);
    assert.ok(lead.take('page'));
    now = 100;
    assert.equal(lead.take('editor'), false);
    now = 300;
    assert.ok(lead.take('page'));
    now = 500;
    assert.equal(lead.take('editor'), false);
    now = 900;
    assert.ok(lead.take('editor'));
    assert.equal(lead.take('page'), false);
  });
});
