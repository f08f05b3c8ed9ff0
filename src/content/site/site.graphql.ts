import { Image } from '#content/media.graphql.ts';
import { derived, rootField } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';
import { absolute, type CurrentSite } from './site.ts';

const Publisher = builder.objectRef<NonNullable<CurrentSite['publisher']>>('Publisher');
builder.objectType(Publisher, {
  description: 'The company or person behind the site.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What readers are shown: plain text.' }),
    url: derived(t, {
      type: 'URL',
      nullable: true,
      description: 'Address of its own site; null where it has none.',
      needs: ['url'],
      from: ({ url }, _args, { site }) => (url === null ? null : absolute(site, url)),
    }),
    logo: t.expose('logo', { type: Image, nullable: true, description: 'The mark it is known by.' }),
  }),
});

const Site = builder.objectRef<CurrentSite>('Site');
builder.objectType(Site, {
  description: 'The news site that all content here belongs to.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The title of the site, as shown on its pages.' }),
    url: t.expose('url', { type: 'URL', description: 'Address of its front page.' }),
    locale: t.expose('locale', { type: 'Locale', description: 'The language it is mostly written in.' }),
    timeZone: t.exposeString('timeZone', {
      description: 'IANA name: Europe/Lisbon. A day without a time means midnight here.',
    }),
    publisher: t.expose('publisher', {
      type: Publisher,
      nullable: true,
      description: 'Who answers for the site; null where nobody is named.',
    }),
  }),
});

builder.queryFields((t) => ({
  site: rootField(t, {
    type: Site,
    description: 'The news site: name, address, language, time zone.',
    read: async (_args, { site }) => site,
  }),
}));
