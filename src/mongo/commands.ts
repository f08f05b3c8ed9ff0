import type { Document, MongoClient } from 'mongodb';

/** What one request has asked of the database so far. */
export interface Traffic {
  commands: number;
  documents: number;
  bytes: number;
  /** `find articles`, `aggregate authors`, … in the order in which they were sent. */
  readonly names: string[];
}

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

  /** Counts commands with this comment until `stop` is called. */
  start(comment: string): { readonly traffic: Traffic; readonly stop: () => void } {
    const traffic: Traffic = { commands: 0, documents: 0, bytes: 0, names: [] };
    this.#byComment.set(comment, traffic);
    return { traffic, stop: () => this.#byComment.delete(comment) };
  }
}
