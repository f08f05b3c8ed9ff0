import { articleListArgs } from '#content/article/article.inputs.graphql.ts';
import type { ArticleList } from '#content/article/article.loader.ts';
import { ArticleConnection } from '#content/article/article.ref.ts';
import { absolute } from '#content/site/site.ts';
import { derived } from '#graphql/batched.ts';
import { builder, type Types } from '#graphql/builder.ts';
import type { Context } from '#graphql/context.ts';
import { globalId, storedId } from '#graphql/node.ts';

interface Named {
  readonly _id: string;
  readonly slug: string;
  readonly name: string;
  readonly path: string;
}

/** The fields that everything with a name and a page has. */
export function namedFields(typeName: string, t: PothosSchemaTypes.ObjectFieldBuilder<Types, Named>) {
  return {
    id: derived(t, {
      type: 'ID',
      description: 'Relay global id: opaque, never changes.',
      needs: [],
      from: ({ _id }) => globalId(typeName, _id),
    }),
    slug: t.exposeString('slug', {
      description: 'The last part of its address: unique among all of its type; editors may change it.',
    }),
    name: t.exposeString('name', { description: 'What readers are shown: plain text.' }),
    path: t.exposeString('path', { description: 'Path of its page, without host; starts with /.' }),
    url: derived(t, {
      type: 'URL',
      description: 'Absolute address of its page.',
      needs: ['path'],
      from: ({ path }, _args, { site }) => absolute(site, path),
    }),
  };
}

/** The list of an author's or a topic's articles. */
export function articlesOf(
  kind: ArticleList['kind'],
  description: string,
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, { readonly _id: string }>,
) {
  return derived(t, {
    type: ArticleConnection,
    nullable: true,
    description,
    args: articleListArgs(t),
    needs: [],
    from: ({ _id }, args) => ({ kind, parent: _id, args }),
  });
}

/** `AuthorBy` and the like: one way to name something with a page. */
export function byInput(name: string, noun: string) {
  return builder.inputType(name, {
    description: `One way to name ${noun}. Former slugs and paths are the business of \`route\`.`,
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'Global id, as its field `id` gives it.' }),
      slug: t.string({ description: 'Current slug; former ones find nothing.' }),
      path: t.string({ description: 'Current path, or full URL of which the path counts.' }),
    }),
  });
}

interface By {
  readonly id?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly path?: string | null | undefined;
}
/** Reads what `by` names; null for what is unknown, hidden, malformed or of another type. */
export async function readBy<Doc>(
  typeName: string,
  by: By,
  { paths }: Context,
  reads: { bySlug(slug: string): Promise<Doc | null>; byId(id: string): Promise<Doc | null> },
): Promise<Doc | null> {
  if (typeof by.slug === 'string') return reads.bySlug(by.slug);
  const id =
    typeof by.path === 'string'
      ? await paths.currentId(typeName.toLowerCase(), by.path)
      : storedId(typeName, by.id ?? '');
  return id === null ? null : reads.byId(id);
}
