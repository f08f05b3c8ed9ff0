import type { Plugin } from 'graphql-yoga';
import { type Cost, operationOf } from './operation.ts';

/** Makes the object that resolvers get, for one operation. */
export type CreateContext<Context extends object> = (request: {
  readonly requestId: string;
  readonly signal: AbortSignal;
}) => Context | Promise<Context>;

/**
 * Gives plugins and resolvers the very object that `create` made, once per operation and only for one that is executed.
 * Yoga's own `context` would copy its properties into another object. `costOf` is asked once for each context made, when the
 * answer is written, also when the operation fails. Two plugins: `before` goes in front of those that
 * look at `args.contextValue`, `after` behind those that replace the executor.
 */
export function useOperationContext<Context extends object>(
  create: CreateContext<Context>,
  costOf: (context: Context) => Cost,
): { readonly before: Plugin; readonly after: Plugin } {
  const before: Plugin = {
    async onExecute({ args }) {
      const operation = operationOf(args.contextValue);
      const { requestId, signal } = operation;
      const context = await create({ requestId, signal });
      operation.readCost = () => costOf(context);
      // Yoga's hooks know the context as theirs; from here on it is the one of the schema's resolvers.
      args.contextValue = context as typeof args.contextValue;
    },
  };
  const after: Plugin = {
    onExecute({ args, executeFn, setExecuteFn }) {
      setExecuteFn((late) => executeFn({ ...late, contextValue: args.contextValue }));
    },
  };
  return { before, after };
}
