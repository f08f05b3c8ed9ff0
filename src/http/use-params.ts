import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from './operation.ts';

/** Takes the parameters that were already read under our limits, whatever Yoga's own parsers would have accepted. */
export function useParams(): Plugin<object, ServerContext> {
  return {
    onRequestParse({ serverContext, setRequestParser }) {
      // A copy: Yoga's parameters are mutable.
      setRequestParser(() => ({ ...serverContext.operation.params }));
    },
  };
}
