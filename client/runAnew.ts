/** What of a language client takes part in running its server anew. */
export interface Restartable {
  /** Whether it has ended, or was never started. */
  needsStart(): boolean;
  /** Whether it runs or is being started. */
  needsStop(): boolean;
  isRunning(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** As `stop` and `start`. */
  restart(): Promise<void>;
}

/** Milliseconds: a server that takes longer to start hangs. */
const patience = 30_000;

/**
 * Runs the server anew, whatever became of it; gives the client that runs it, which is another one where the client
 * never came up: that one refuses to be stopped, and may keep its start's failure for good. `fresh` makes another.
 * Rejects where the server does not start. `waited`: resolves when a start that is under way has had its time.
 */
export async function runAnew<Client extends Restartable>(
  client: Client,
  fresh: () => Client,
  waited: () => Promise<void> = waitedEnough,
): Promise<Client> {
  if (client.needsStop() && !client.isRunning()) {
    await Promise.race([client.start().catch(() => undefined), waited()]);
  }
  // one that hangs is given up after a while and counts as stopped; one that never came up refuses
  await client.stop().catch(() => undefined);
  if (client.needsStart()) {
    await started(client, client.restart(), waited);
    return client;
  }
  if (client.needsStop()) {
    // should it come up after all, there are not two of them
    client
      .start()
      .then(() => client.stop())
      .catch(() => undefined);
  }
  const next = fresh();
  await started(next, next.start(), waited);
  return next;
}

/** Rejects where the start failed, or hangs: whoever waits for it could not ask for another one. */
async function started(
  client: Restartable,
  start: Promise<void>,
  waited: () => Promise<void>,
): Promise<void> {
  await Promise.race([start, waited()]);
  // a start resolves, too, when the server ended meanwhile
  if (!client.isRunning()) throw new Error('the server ended while it was being started, or hangs');
}

function waitedEnough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patience).unref());
}
