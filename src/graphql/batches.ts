import DataLoader from 'dataloader';
import type { Load } from './batched.ts';
import type { Context } from './context.ts';

/** A request's open batches: one DataLoader for each load function and canonical arguments. */
export class Batches {
  readonly #byLoad = new Map<object, Map<string, DataLoader<never, unknown>>>();

  /** The batch that joins all parents asked for with this load and equal arguments, under whatever alias or fragment. */
  of<Parent, Args, Value>(load: Load<Parent, Args, Value>, args: Args, ctx: Context): DataLoader<Parent, Value> {
    let byArgs = this.#byLoad.get(load);
    if (!byArgs) this.#byLoad.set(load, (byArgs = new Map()));
    const key = canonical(args);
    let batch = byArgs.get(key) as DataLoader<Parent, Value> | undefined; // made below for this very load
    if (!batch) {
      batch = new DataLoader<Parent, Value>((parents) => loadOnce(load, parents, args, ctx), {
        batchScheduleFn: (dispatch) => ctx.rounds.join(dispatch),
      });
      byArgs.set(key, batch as never);
    }
    return batch;
  }
}

/** A load that fails as a whole fails its parents with one shared error, so that it is logged once. */
async function loadOnce<Parent, Args, Value>(
  load: Load<Parent, Args, Value>,
  parents: readonly Parent[],
  args: Args,
  ctx: Context,
): Promise<readonly (Value | Error)[]> {
  const values = await load(parents, args, ctx);
  if (values.length !== parents.length)
    throw new TypeError(`a load answered ${values.length} values for ${parents.length} parents`);
  return values;
}

/** Equal for arguments that mean the same: null and left out are one, the order of properties does not count. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, one]) => one !== null && one !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
