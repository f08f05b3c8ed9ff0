import { Article } from '#content/article/article.ref.ts';
import { Author } from '#content/author/author.ref.ts';
import { absolute } from '#content/site/site.ts';
import { Section } from '#content/section/section.ref.ts';
import { Topic } from '#content/topic/topic.ref.ts';
import { derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import type { Context } from '#graphql/context.ts';
import { TYPE } from '#graphql/entity-reads.ts';
import { Addressable, typeOf } from '#graphql/node.ts';
import type { Place } from './path.loader.ts';

interface Addressed {
  readonly _id: string;
  readonly path: string;
}
interface RedirectShape {
  readonly [TYPE]: 'Redirect';
  readonly to: string;
  readonly permanent: boolean;
  readonly target: Addressed | null;
}
const Redirect = builder.objectRef<RedirectShape>('Redirect');
builder.objectType(Redirect, {
  description: 'What was asked for lives elsewhere now.',
  fields: (t) => ({
    to: t.exposeString('to', {
      description: 'A path of this site or an absolute address; never another redirect of ours.',
    }),
    permanent: t.exposeBoolean('permanent', { description: 'True: answer 301 or 308; false: 302 or 307.' }),
    target: derived(t, {
      type: Addressable,
      nullable: true,
      description: 'What lives there; null for an address off the site.',
      needs: ['target'],
      from: ({ target }) => target,
    }),
  }),
});

interface GoneShape {
  readonly [TYPE]: 'Gone';
  readonly since: Date | null;
}
const Gone = builder.objectRef<GoneShape>('Gone');
builder.objectType(Gone, {
  description: 'A story was to be seen here once and is hidden now: answer 410.',
  fields: (t) => ({
    since: t.expose('since', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was hidden; null where that is not known.',
    }),
  }),
});

const Route = builder.unionType('Route', {
  description: 'What lives at a path: a page, or why there is none any more. New members may come.',
  types: [Article, Author, Topic, Section, Redirect, Gone],
  resolveType: (value) => typeOf(value) ?? null,
});

/** What readers see of the entity behind a path; null where there is nothing for them. */
function entityOf({ type, id }: Extract<Place, { kind: 'entity' }>, ctx: Context): Promise<Addressed | null> {
  if (type === 'article') return ctx.articles.rows.byId(id);
  if (type === 'author') return ctx.authors.rows.byId(id);
  if (type === 'topic') return ctx.topics.rows.byId(id);
  return ctx.sections.byId(id);
}

async function readRoute(path: string, ctx: Context): Promise<object | null> {
  const place = await ctx.paths.placeAt(path);
  if (!place) return null;
  if (place.kind === 'gone') return { [TYPE]: 'Gone', since: place.since };
  if (place.kind === 'away')
    return { [TYPE]: 'Redirect', to: absolute(ctx.site, place.to), permanent: place.permanent, target: null };
  const target = await entityOf(place, ctx);
  if (target && place.current) return target;
  if (target) return { [TYPE]: 'Redirect', to: `${target.path}${place.suffix}`, permanent: place.permanent, target };
  // Gone is told of the story's own paths alone.
  const isOwn = place.type === 'article' && !place.redirected;
  const since = isOwn ? await ctx.articles.goneSince(place.id) : undefined;
  return since === undefined ? null : { [TYPE]: 'Gone', since };
}

builder.queryFields((t) => ({
  route: rootField(t, {
    type: Route,
    nullable: true,
    description:
      'What lives at a path or full URL of this site, old addresses included. Query, fragment, trailing slash, percent-encoding and Unicode form do not matter.',
    args: { path: t.arg.string({ required: true, description: 'A path, or a full URL of which the path counts.' }) },
    rows: 1,
    reads: { articles: ['path'] },
    read: ({ path }, ctx) => readRoute(path, ctx) as Promise<never>, // every branch is branded with one of the union's types
  }),
}));
