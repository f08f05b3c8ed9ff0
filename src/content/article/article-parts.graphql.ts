import { derived } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';

export const ReadingTime = builder.objectRef<{ readonly minutes: number }>('ReadingTime');
builder.objectType(ReadingTime, {
  description: 'How long a text takes to read.',
  fields: (t) => ({
    minutes: t.exposeInt('minutes', { description: 'Whole minutes, at least 1.' }),
    iso: derived(t, {
      type: 'String',
      description: 'The same as an ISO 8601 duration: PT4M.',
      needs: ['minutes'],
      from: ({ minutes }) => `PT${minutes}M`,
    }),
  }),
});

export const Seo = builder.objectRef<{
  readonly title: string;
  readonly description: string;
  readonly noindex: boolean;
}>('Seo');
builder.objectType(Seo, {
  description: 'What search engines are shown.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Falls back to the headline.' }),
    description: t.exposeString('description', { description: 'Falls back to the excerpt of 160 characters.' }),
    noindex: t.exposeBoolean('noindex', { description: 'True: search engines are asked not to list the page.' }),
  }),
});

export const ImportOrigin = builder.objectRef<{
  readonly system: string;
  readonly externalId: string;
  readonly url: string | null;
}>('ImportOrigin');
builder.objectType(ImportOrigin, {
  description: 'The source that an article was imported from.',
  fields: (t) => ({
    system: t.exposeString('system', { description: 'Which kind of source it was: wordpress.' }),
    externalId: t.exposeString('externalId', { description: 'Its id in that source.' }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Its address at that source; null where it is not known.',
    }),
  }),
});
