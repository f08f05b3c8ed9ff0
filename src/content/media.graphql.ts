import { absolute } from '#content/site/site.ts';
import type { ImageDoc } from '#content/stored.ts';
import { derived } from '#graphql/batched.ts';
import { builder } from '#graphql/builder.ts';

/** Pictures of every type. */
export const Image = builder.objectRef<ImageDoc>('Image');
builder.objectType(Image, {
  description: 'A picture with what is printed beside it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Unique in the whole service; stays while the picture does.' }),
    url: derived(t, {
      type: 'URL',
      description: 'Address of the picture file.',
      needs: ['url'],
      from: ({ url }, _args, { site }) => absolute(site, url),
    }),
    alt: t.exposeString('alt', {
      nullable: true,
      description: 'Text for those who do not see the picture: null = unknown, "" = decorative.',
    }),
    caption: t.exposeString('caption', { nullable: true, description: 'What the picture shows, as printed below it.' }),
    credit: t.exposeString('credit', { nullable: true, description: 'Whose picture it is, as printed.' }),
    width: t.exposeInt('width', { nullable: true, description: 'Of the file, in pixels; null = unknown.' }),
    height: t.exposeInt('height', { nullable: true, description: 'Of the file, in pixels; null = unknown.' }),
  }),
});
