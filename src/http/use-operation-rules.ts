import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { operationOf } from './operation.ts';
import { Refusal } from './refusal.ts';

/** Finds the operation that is to run, notes its name, and refuses what a method or this gateway does not run. */
export function useOperationRules(): Plugin {
  return {
    onParse() {
      return ({ result, context }) => {
        if (!result || result instanceof Error) return;
        const operation = operationOf(context);
        // Envelop types a parsed document loosely.
        const node = getOperationAST(result as DocumentNode, operation.params.operationName);
        if (!node) throw new Refusal(400, 'operationName: must name one operation of the document');
        operation.name = node.name?.value ?? null;
        if (node.operation === OperationTypeNode.SUBSCRIPTION) throw new Refusal(400, 'subscriptions are not offered');
        if (node.operation === OperationTypeNode.MUTATION && context.request.method === 'GET') {
          throw new Refusal(405, 'mutations are sent by POST', { headers: { allow: 'POST' } });
        }
      };
    },
  };
}
