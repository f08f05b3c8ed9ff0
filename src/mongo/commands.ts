import type { Document, MongoClient } from 'mongodb';

/** What one request has asked of the database so far. */
export interface Traffic {
  commands: number;
  documents: number;
  /** `find articles`, `aggregate authors`, … in the order in which they were sent. */
  readonly names: string[];
}

/** More requests than one process ever answers at once. */
const MOST_OPEN = 10_000;

/**
 * Counts the commands of each request by the `comment` that every read carries, as the driver reports them: so a retry or a `getMore` counts.
 * The client must have been made with `monitorCommands: true`.
 */
export class CommandCounter {
  readonly #byComment = new Map<string, Traffic>();
  readonly #underway = new Map<number, Traffic>();

  constructor(client: MongoClient) {
    client.on('commandStarted', ({ commandName, command, requestId }) => {
      const traffic = this.#byComment.get(String(command['comment']));
      if (!traffic) return;
      traffic.commands++;
      traffic.names.push(`${commandName} ${String(command[commandName])}`);
      this.#underway.set(requestId, traffic);
    });
    client.on('commandSucceeded', ({ requestId, reply }) => {
      const traffic = this.#underway.get(requestId);
      if (!traffic) return;
      this.#underway.delete(requestId);
      const { cursor } = reply as Document; // the driver's type is object
      const rows: readonly unknown[] = cursor?.firstBatch ?? cursor?.nextBatch ?? [];
      traffic.documents += rows.length;
    });
    client.on('commandFailed', ({ requestId }) => this.#underway.delete(requestId));
  }

  /** Counts commands with this comment until `take` is called; a request that never ends is forgotten in time. */
  start(comment: string): Traffic {
    const traffic: Traffic = { commands: 0, documents: 0, names: [] };
    const [oldest] = this.#byComment.keys();
    if (this.#byComment.size >= MOST_OPEN && oldest !== undefined) this.#byComment.delete(oldest);
    this.#byComment.set(comment, traffic);
    return traffic;
  }

  /** Ends the counting. */
  stop(comment: string): void {
    this.#byComment.delete(comment);
  }
}
