import assert from 'node:assert/strict';
import { runAnew, type Restartable } from '../../../client/runAnew.ts';

type State = 'running' | 'starting' | 'startFailed' | 'stopped';

/** Behaves as the language client does, which the library's own tests hold it to. */
class Client implements Restartable {
  readonly did: string[] = [];
  state: State;
  /** What becomes of a start that is under way, or hangs. */
  readonly #underWay: Promise<void>;
  /** What comes of a start or a stop. */
  readonly #fails: string;

  constructor(state: State, fails = '', underWay: Promise<void> = Promise.resolve()) {
    this.state = state;
    this.#fails = fails;
    this.#underWay = underWay;
  }

  needsStart = (): boolean => this.state === 'stopped';
  needsStop = (): boolean => this.state === 'running' || this.state === 'starting';
  isRunning = (): boolean => this.state === 'running';

  async start(): Promise<void> {
    this.did.push('start');
    if (this.#fails === 'hangs') this.state = 'starting';
    if (this.state === 'starting') {
      try {
        await this.#underWay;
        this.state = 'running';
      } catch (error) {
        this.state = 'startFailed';
        throw error;
      }
    }
    if (this.state === 'startFailed' || this.#fails === 'start') throw new Error('no start');
    this.state = this.#fails === 'ends' ? 'startFailed' : 'running';
  }

  async stop(): Promise<void> {
    this.did.push('stop');
    if (this.state === 'stopped') return;
    if (this.state !== 'running') throw new Error(`can't be stopped: ${this.state}`);
    this.state = 'stopped';
    if (this.#fails === 'stop') throw new Error('Stopping the server timed out');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

const never = new Promise<void>(() => undefined);
const failing = (): Promise<void> => Promise.reject(new Error('ended'));

describe('running the server anew', () => {
  const fresh = (): Client => new Client('stopped');
  const none = (): Client => assert.fail('another client');

  it('stops one that runs, also one that hangs at being stopped, and starts it', async () => {
    for (const client of [
      new Client('running'),
      new Client('running', 'stop'),
      new Client('stopped'),
    ]) {
      assert.equal(await runAnew(client, none), client);
      assert.equal(client.state, 'running');
    }
  });

  it('takes another client where the start has failed', async () => {
    const client = new Client('startFailed');
    const next = await runAnew(client, fresh);
    assert.notEqual(next, client);
    assert.equal(next.state, 'running');
  });

  it('awaits a start that is under way, whatever comes of it', async () => {
    const client = new Client('starting');
    assert.equal(await runAnew(client, none, () => never), client);
    assert.deepEqual(client.did, ['start', 'stop', 'stop', 'start']);
    const ended = new Client('starting', '', failing());
    assert.equal((await runAnew(ended, fresh, () => never)).state, 'running');
    assert.equal(ended.state, 'startFailed');
  });

  it('gives up a start that hangs, and ends that server should it come up after all', async () => {
    let comeUp = (): void => undefined;
    const underWay = new Promise<void>((resolve) => {
      comeUp = resolve;
    });
    const client = new Client('starting', '', underWay);
    let patient = false;
    const once = (): Promise<void> => {
      const waited = patient ? never : Promise.resolve();
      patient = true;
      return waited;
    };
    const next = await runAnew(client, fresh, once);
    assert.equal(next.state, 'running');
    assert.equal(client.state, 'starting');
    comeUp();
    await client.start();
    await Promise.resolve();
    assert.equal(client.state, 'stopped');
  });

  it('rejects where the server does not start', async () => {
    await assert.rejects(runAnew(new Client('startFailed'), () => new Client('stopped', 'start')));
    await assert.rejects(runAnew(new Client('running', 'start'), none));
  });

  it('rejects where the start hangs, so that another may be asked for', async () => {
    const hanging = new Client('stopped', 'hangs', never);
    const atOnce = (): Promise<void> => Promise.resolve();
    await assert.rejects(runAnew(hanging, none, atOnce));
    assert.equal(hanging.state, 'starting');
    await assert.rejects(
      runAnew(new Client('startFailed'), () => new Client('stopped', 'hangs', never), atOnce),
    );
  });

  it('rejects where the server ends while it starts, of which the client’s start says nothing', async () => {
    await assert.rejects(runAnew(new Client('startFailed'), () => new Client('stopped', 'ends')));
    await assert.rejects(runAnew(new Client('running', 'ends'), none));
  });
});
