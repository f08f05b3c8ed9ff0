import type { ArticleItem, ImportedItem } from '#content/imported-item.ts';
import {
  articleItem,
  authorItem,
  collectionItem,
  paragraph,
  readAlso,
  redirectItem,
  sectionItem,
  siteItem,
  topicItem,
} from '../_support/make/items.ts';

const picture = (name: string, width = 1200) => ({
  url: `/media/${name}.svg`,
  alt: `Drawing: ${name}`,
  caption: `Caption of ${name}.`,
  credit: `Credit of ${name}`,
  width,
  height: 800,
});

/** One block of each type, each with words of its own. */
const everyBlock: ArticleItem['body'] = [
  paragraph('Paragraph with <em>stress</em> and “a word in quotation marks”.'),
  { type: 'heading', html: 'Heading between', level: 2, anchor: 'heading-between' },
  { type: 'image', image: picture('fish-market') },
  { type: 'gallery', images: [picture('brown-crab'), picture('kelp-lines')] },
  {
    type: 'quote',
    quote: {
      text: 'Nothing here floats by itself.',
      speaker: 'Ada Quayle',
      source: { name: 'Harbour Wire', url: 'https://wire.example' },
    },
  },
  {
    type: 'list',
    ordered: true,
    items: [
      { level: 0, html: 'First point' },
      { level: 1, html: 'Point below the first' },
      { level: 0, html: 'Second point' },
    ],
  },
  {
    type: 'table',
    table: { caption: 'Boats by year', header: ['Year', 'Boats'], rows: [['2025', '<strong>12</strong>']] },
  },
  { type: 'embed', embed: { url: 'https://clips.example/watch/7', provider: 'Clips', title: 'The launch, filmed' } },
  {
    type: 'video',
    video: {
      url: '/media/launch.mp4',
      title: 'Launch on film',
      caption: 'Two minutes.',
      credit: null,
      poster: picture('port-sauvel-slip'),
    },
  },
  {
    type: 'audio',
    audio: { url: '/media/launch.mp3', title: 'Launch by ear', caption: null, credit: null },
  },
  readAlso('/harbour/older-story', 'Title as printed'),
  { type: 'code', code: 'if (a < b) {\n  wait();\n}', language: 'javascript' },
  { type: 'divider' },
  { type: 'html', html: '<dl><dt>Slip</dt><dd>Where boats go down.</dd></dl>' },
];

export const FULL_STORY = '/harbour/full-story';

/** A small newsroom around one story that has every part of an article page. */
export function smallNewsroom(): readonly ImportedItem[] {
  const stories = ['older-story', 'middle-story', 'picked-story'].map((slug, index) =>
    articleItem({
      id: slug,
      slug,
      headline: `Headline of ${slug}`,
      standfirst: `Standfirst of ${slug}.`,
      sections: ['harbour'],
      topics: ['boats'],
      authors: ['ada'],
      publishedAt: `2026-02-2${index + 1}T09:00:00Z`,
    }),
  );
  return [
    siteItem({ name: 'The Estuary Post', locale: 'en-GB', timeZone: 'Europe/London' }),
    sectionItem({ id: 'city', slug: 'city', name: 'City' }),
    sectionItem({ id: 'harbour', slug: 'harbour', name: 'Harbour', parent: 'city', description: 'Ships and slips.' }),
    authorItem({ id: 'ada', slug: 'ada', name: 'Ada Bell', jobTitle: 'Reporter', bio: 'Writes about boats.' }),
    topicItem({ id: 'boats', slug: 'boats', name: 'Boats', description: 'What floats.' }),
    ...stories,
    articleItem({
      id: 'full',
      slug: 'full-story',
      formerPaths: ['/2026/full'],
      kicker: 'At the slip',
      headline: 'Boat <script>alert("1")</script> & crew',
      standfirst: 'All went down well',
      creditLine: 'reports Harbour Wire',
      sections: ['harbour'],
      topics: ['boats'],
      authors: ['ada'],
      leadImage: picture('ferry-refloat'),
      publishedAt: '2026-02-27T09:41:00Z',
      body: everyBlock,
      quotes: [{ text: 'a word in quotation marks', speaker: 'Bo Lund', source: null }],
      sources: [{ name: 'Harbour Wire', url: 'https://wire.example' }],
    }),
    articleItem({ id: 'newest', slug: 'newest', headline: 'Headline of newest', sections: ['city'] }),
    articleItem({ id: 'taken-down', slug: 'taken-down', sections: ['harbour'] }),
    articleItem({ id: 'draft', slug: 'draft', status: 'draft', sections: ['harbour'] }),
    articleItem({ id: 'weird', slug: 'weird', path: '/город/паром', formerPaths: ['/old-ferry'], sections: ['city'] }),
    collectionItem({ id: 'dont-miss', slug: 'dont-miss', title: 'Don’t miss', picks: ['full', 'picked-story'] }),
    redirectItem({ from: '/boats', to: '/topic/boats' }),
    redirectItem({ from: '/tickets', to: 'https://tickets.example/harbour', permanent: false }),
    redirectItem({ from: '/closed', to: null }),
  ];
}
