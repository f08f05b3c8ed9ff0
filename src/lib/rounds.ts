/**
 * One request's traffic, in rounds. What is asked for while reads of the request are under way is sent together when the last of them has
 * answered: so loads of one level meet in one command however their answers were spread in time, and the number of commands and rounds is
 * a property of the document. The price: a fast branch waits for the slowest read of its round, so each read needs a time limit.
 *
 * A turn comes when no read is open and every microtask has run. It first joins (collects the parents of batched fields, which may ask
 * for more without sending anything) until there is nothing left to join, and then sends, all at once.
 */
export class Rounds {
  #open = 0;
  #sending = false;
  #scheduled = false;
  #count = 0;
  #counted = false;
  #joins: (() => void)[] = [];
  #sends: (() => void)[] = [];

  /** How many rounds of reads have been sent. */
  get count(): number {
    return this.#count;
  }

  /** Runs `act` at the next turn, before anything is sent. For DataLoader's `batchScheduleFn` where the batch may lead to further batches. */
  join(act: () => void): void {
    this.#joins.push(act);
    this.#schedule();
  }

  /** Runs `act` when the next round is sent: reads that it starts at once belong to that round. For `batchScheduleFn` of loaders that read. */
  send(act: () => void): void {
    this.#sends.push(act);
    this.#schedule();
  }

  /** Runs one read, in the round being sent, else in the next. */
  async read<T>(act: () => Promise<T>): Promise<T> {
    if (!this.#sending) await new Promise<void>((resolve) => this.send(resolve));
    if (!this.#counted) {
      this.#counted = true;
      this.#count++;
    }
    this.#open++;
    try {
      return await act();
    } finally {
      this.#open--;
      if (this.#joins.length > 0 || this.#sends.length > 0) this.#schedule();
    }
  }

  #schedule(): void {
    if (this.#scheduled || this.#open > 0) return;
    this.#scheduled = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#scheduled = false;
    if (this.#open > 0) return;
    const joins = this.#joins;
    if (joins.length > 0) {
      this.#joins = [];
      for (const act of joins) act();
      this.#schedule();
      return;
    }
    const sends = this.#sends;
    this.#sends = [];
    this.#counted = false; // a turn in which nothing needed reading is no round
    this.#sending = true;
    for (const act of sends) act();
    // The window closes when the microtasks of this turn have run, before any answer can arrive.
    void Promise.resolve().then(() =>
      process.nextTick(() => {
        this.#sending = false;
        if (this.#joins.length > 0 || this.#sends.length > 0) this.#schedule();
      }),
    );
  }
}
