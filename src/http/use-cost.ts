import type { Plugin } from 'graphql-yoga';
import { operationOf } from './operation.ts';

/** What an operation asked of the database. */
export interface Cost {
  readonly commands: number;
  /** Commands that were sent together count as one round. */
  readonly rounds: number;
  readonly documents: number;
}

/** Notes what an operation has cost when it has been executed. */
export function useCost<Context extends object>(costOf: (context: Context) => Cost): Plugin {
  return {
    onExecute({ args, context }) {
      return {
        onExecuteDone() {
          // `useOperationContext` stands in front: it is the object that the schema's resolvers were given.
          operationOf(context).cost = costOf(args.contextValue as unknown as Context);
        },
      };
    },
  };
}
