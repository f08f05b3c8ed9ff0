import { Image } from '#content/media.graphql.ts';
import { derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { absolute, type CurrentSite } from './site.ts';

const Publisher = builder.objectRef<NonNullable<CurrentSite['publisher']>>('Publisher');
builder.objectType(Publisher, {
  description: 'Who publishes the site.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As shown.' }),
    url: derived(t, {
      type: 'URL',
      nullable: true,
      description: 'Its own address.',
      needs: ['url'],
      from: ({ url }, _args, { site }) => (url === null ? null : absolute(site, url)),
    }),
    logo: t.expose('logo', { type: Image, nullable: true, description: 'Its logo.' }),
  }),
});

const Site = builder.objectRef<CurrentSite>('Site');
builder.objectType(Site, {
  description: 'The news site itself.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As shown.' }),
    url: t.expose('url', { type: 'URL', description: 'Address of its front page.' }),
    locale: t.expose('locale', { type: 'Locale', description: 'The language it is mostly written in.' }),
    timeZone: t.exposeString('timeZone', {
      description: 'IANA name: Europe/Lisbon. A day without a time means midnight here.',
    }),
    publisher: t.expose('publisher', { type: Publisher, nullable: true, description: 'Who publishes it.' }),
  }),
});

builder.queryFields((t) => ({
  site: rootField(t, { type: Site, description: 'The news site itself.', read: async (_args, { site }) => site }),
}));
