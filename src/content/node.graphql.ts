import { ContentError } from '#errors.ts';
import { rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import type { Context } from '#graphql/context.ts';
import { Node, parseGlobalId } from '#graphql/node.ts';

interface Row {
  readonly _id: string;
}
const byType: Readonly<Record<string, (id: string, ctx: Context) => Promise<Row | null>>> = {
  Article: (id, { articles }) => articles.rows.byId(id),
  Author: (id, { authors }) => authors.rows.byId(id),
  Topic: (id, { topics }) => topics.rows.byId(id),
  Section: (id, { sections }) => sections.byId(id),
  Collection: (id, { collections }) => collections.rows.byId(id),
};

async function nodeById(id: string, ctx: Context): Promise<Row | null> {
  const parsed = parseGlobalId(id);
  if (!parsed || !Object.hasOwn(byType, parsed.type)) return null;
  return byType[parsed.type]?.(parsed.id, ctx) ?? null;
}

const MOST_IDS = 100;

builder.queryFields((t) => ({
  node: rootField(t, {
    type: Node,
    nullable: true,
    description: 'Anything by its global id; null where there is nothing to be seen.',
    args: { id: t.arg.id({ required: true, description: 'What a field `id` gave; any other text leads to null.' }) },
    rows: 1,
    read: ({ id }, ctx) => nodeById(id, ctx),
  }),
  nodes: rootField(t, {
    type: [Node],
    nullable: { list: false, items: true },
    description: 'Many things by their global ids, at most 100: same order, one null for each id that leads nowhere.',
    args: { ids: t.arg.idList({ required: true, description: 'What fields `id` gave; more than 100 are refused.' }) },
    rows: MOST_IDS,
    read: async ({ ids }, ctx) => {
      if (ids.length > MOST_IDS) throw new ContentError('BAD_USER_INPUT', `ids: at most ${MOST_IDS}`);
      // One that could not be read is null beside an error of its own, and leaves the others alone.
      const read = await Promise.allSettled(ids.map((id) => nodeById(id, ctx)));
      return read.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
    },
  }),
}));
