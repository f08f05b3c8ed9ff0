import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createXmlRepair } from '#ingest/wxr/repair-xml.ts';
import { articleFrom, meta, ofType, post, read, wxr } from './wxr-text.ts';

const attachment = (id: string, more = ''): string =>
  post(
    {
      'wp:post_type': 'attachment',
      'wp:post_id': id,
      'wp:status': 'inherit',
      guid: '',
      'excerpt:encoded': '<![CDATA[The pier. Foto: Ida Quill]]>',
      'wp:attachment_url': 'https://gazette.example/wp-content/uploads/pier.jpg',
    },
    more,
  );
const category = (slug: string, name: string, parent = '', id = ''): string =>
  `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name><![CDATA[${name}]]></wp:cat_name></wp:category>`;
const inTerm = (domain: string, slug: string, name: string): string =>
  `<category domain="${domain}" nicename="${slug}"><![CDATA[${name}]]></category>`;

describe('traps of a real WordPress', () => {
  it('1: control characters, raw or as references, end nothing', async () => {
    const { articles, events } = await read(
      wxr([post({ title: 'Control\u000b char &#11;title' }), post({ 'wp:post_id': '8', guid: '' })]),
    );
    expect(articles.map(({ headline }) => headline)).toEqual(['Control char title', 'Ferry returns to Saltmarsh']);
    expect(events.filter(({ kind }) => kind === 'reject').length).toBeLessThanOrEqual(1);
  });
  it('2: a title has one spelling', async () => {
    const { headline } = await articleFrom({ title: '<![CDATA[Titel &amp; "Anführung" <em>kursiv</em>]]>' });
    expect(headline).toBe('Titel & "Anführung" kursiv');
  });
  it('2: an empty title is the beginning of the text', async () => {
    expect((await articleFrom({ title: '' })).headline).toBe('The ferry is back.');
    expect((await articleFrom({ title: '', 'content:encoded': '' })).headline).toBe('ferry returns');
  });
  it('3: names of terms are decoded', async () => {
    const { items } = await read(
      wxr([post({}, inTerm('category', 'food-drink', 'Food &amp; Drink') + inTerm('post_tag', 'rd', 'R&amp;D'))]),
    );
    expect([...ofType(items, 'section'), ...ofType(items, 'topic')].map(({ name }) => name)).toEqual([
      'Food & Drink',
      'R&D',
    ]);
  });
  it('4: slugs are decoded and tell terms of one name apart; parents are slugs', async () => {
    const head =
      category('politics', 'Politics') +
      category('politics-desk', 'Politics', 'politics') +
      category('a', 'A', 'b') +
      category('b', 'B', 'a');
    const { items, articles, source } = await read(
      wxr(
        [post({}, inTerm('category', 'politics-desk', 'Politics') + inTerm('post_tag', '%e6%97%a5%e6%9c%ac', '日本'))],
        head,
      ),
    );
    expect(ofType(items, 'section').map(({ id, name, parent }) => [id, name, parent])).toEqual([
      ['politics', 'Politics', null],
      ['politics-desk', 'Politics', 'politics'],
      ['a', 'A', null],
      ['b', 'B', null],
    ]);
    expect(articles[0]).toMatchObject({ sections: ['politics-desk'], topics: ['日本'] });
    expect([
      source.keyOf('section', 'politics'),
      source.keyOf('topic', '日本'),
      source.keyOf('author', 'mara'),
      source.keyOf('article', '7'),
    ]).toEqual([
      'wp:gazette.example:term:category:politics',
      'wp:gazette.example:term:post_tag:日本',
      'wp:gazette.example:author:mara',
      'wp:gazette.example:7',
    ]);
  });
  it('4: terms of one name, which no order by name can tell apart, come by slug', async () => {
    const slugs = ['politics-wahl', 'news', 'politics', 'politics-desk'];
    const terms = slugs.map((slug) => inTerm('category', slug, slug === 'news' ? 'News' : 'Politics'));
    expect((await articleFrom({}, terms.join(''))).sections).toEqual([
      'politics',
      'politics-desk',
      'politics-wahl',
      'news',
    ]);
  });
  it('6: a post without an author, or with a picture that is gone, is a post', async () => {
    const { articles, events } = await read(wxr([post({ 'dc:creator': '' }, meta('_thumbnail_id', '999999'))]));
    expect(articles).toMatchObject([{ authors: [], leadImage: null, status: 'published' }]);
    expect(events.filter(({ kind }) => kind === 'notice')).toEqual([{ kind: 'notice', reason: 'missing-image' }]);
  });
  it('7: times are UTC; the zero time is none', async () => {
    expect((await articleFrom({})).publishedAt).toBe('2024-06-05T16:04:48.000Z');
    expect(
      (await articleFrom({ 'wp:post_date_gmt': null, pubDate: 'Wed, 05 Jun 2024 18:04:48 +0200' })).publishedAt,
    ).toBe('2024-06-05T16:04:48.000Z');
    const draft = await articleFrom({
      'wp:post_date_gmt': '0000-00-00 00:00:00',
      pubDate: 'Mon, 30 Nov -0001 00:00:00 +0000',
      'wp:status': 'draft',
      link: 'https://gazette.example/?p=7',
      'wp:post_name': '',
    });
    expect(draft).toMatchObject({ publishedAt: null, status: 'draft', path: null, slug: null });
    expect((await articleFrom({ 'wp:status': 'future', 'wp:post_date_gmt': '2999-01-01 00:00:00' })).status).toBe(
      'published',
    );
  });
  it('8: what has a password, or is private, pending or in the trash, is a draft, and the password is nowhere', async () => {
    const { articles, events } = await read(wxr([post({ 'wp:post_password': '<![CDATA[open-sesame]]>' })]));
    expect(articles[0]?.status).toBe('draft');
    expect(JSON.stringify(events)).not.toContain('open-sesame');
    for (const status of ['private', 'pending', 'trash', 'something'])
      expect((await articleFrom({ 'wp:status': status })).status).toBe('draft');
  });
  it('11: an empty excerpt stays empty, an editor’s is the standfirst without its credit', async () => {
    expect(await articleFrom({})).toMatchObject({ excerpt: null, standfirst: null, creditLine: null });
    expect(
      await articleFrom({ 'excerpt:encoded': '<![CDATA[<p>Talks go&nbsp;on…reports Harbour Wire</p>]]>' }),
    ).toMatchObject({ standfirst: 'Talks go on', excerpt: 'Talks go on', creditLine: 'reports Harbour Wire' });
  });
  it('11: an excerpt that was cut out of the body is none', async () => {
    const content = '<![CDATA[<p>The ferry is back in the harbour.</p><p>It runs twice a day.</p>]]>';
    const of = async (excerpt: string): Promise<unknown> =>
      (await articleFrom({ 'content:encoded': content, 'excerpt:encoded': `<![CDATA[${excerpt}]]>` })).standfirst;
    expect(await of('\n\t\tThe ferry is back in the harbour. It runs&hellip;\t\t')).toBeNull();
    expect(await of('The ferry is back in the harbour. It runs twice a day.')).toBeNull();
    expect(await of('The ferry is back … and how…')).toBe('The ferry is back … and how…');
    expect(await of('The ferry is back in the harbour.')).toBe('The ferry is back in the harbour.');
  });
  it('12, 13: the creator is joined by login, a byline is kept as printed, serialised meta never read', async () => {
    const head =
      '<wp:author><wp:author_login>mara</wp:author_login><wp:author_email>mara@gazette.example</wp:author_email><wp:author_display_name><![CDATA[Mara Holt]]></wp:author_display_name></wp:author>';
    const { items, articles } = await read(
      wxr(
        [
          post({}, meta('byline', 'Mara Holt, Harbour Wire')),
          post({ 'wp:post_id': '8', 'dc:creator': 'ida@gazette.example' }, meta('byline', 'O:8:"stdClass":0:{}')),
        ],
        head,
      ),
    );
    expect(ofType(items, 'author').map(({ id, name, slug }) => ({ id, name, slug }))).toEqual([
      { id: 'mara', name: 'Mara Holt', slug: null },
      { id: 'idagazette-example', name: 'ida', slug: null },
    ]);
    expect(articles.map(({ byline, authors }) => ({ byline, authors }))).toEqual([
      { byline: 'Mara Holt, Harbour Wire', authors: ['mara'] },
      { byline: null, authors: ['idagazette-example'] },
    ]);
    expect(JSON.stringify(items)).not.toContain('mara@gazette.example');
  });
  it('13: a byline names the authors, unless the creator is one of them; an agency is a source', async () => {
    const author = (login: string, name: string): string =>
      `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_display_name><![CDATA[${name}]]></wp:author_display_name></wp:author>`;
    const bylines = ['By Ida Quill, Tom Reyes and Jo Marsh, AP', 'Mara Holt and Ida Quill', 'Staff reporter'];
    const { items, articles } = await read(
      wxr(
        bylines.map((byline, at) => post({ 'wp:post_id': String(7 + at), guid: null }, meta('byline', byline))),
        author('mara', 'Mara Holt') +
          author('iq', 'Ida Quill') +
          author('tom', 'Tom Reyes') +
          author('tr2', 'Tom Reyes'),
      ),
    );
    expect(articles.map(({ authors, sources }) => ({ authors, sources: sources.map(({ name }) => name) }))).toEqual([
      // Two authors are called Tom Reyes, and neither by the slug of that name.
      { authors: ['iq', 'tom-reyes', 'jo-marsh'], sources: ['AP'] },
      { authors: ['mara'], sources: [] },
      { authors: ['mara'], sources: [] },
    ]);
    expect(ofType(items, 'author').map(({ name }) => name)).toEqual([
      'Mara Holt',
      'Ida Quill',
      'Tom Reyes',
      'Tom Reyes',
      'Tom Reyes',
      'Jo Marsh',
    ]);
  });
  it('13: a creator who is called as the byline is printed is its author', async () => {
    const author = (login: string, name: string): string =>
      `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_display_name><![CDATA[${name}]]></wp:author_display_name></wp:author>`;
    const names = ['By Ida Quill', 'Ida Quill and Tom Reyes', 'Ida Quill, AP'];
    const { articles } = await read(
      wxr(
        names.map((name, at) =>
          post({ 'wp:post_id': `${at}7`, guid: null, 'dc:creator': `u${at}` }, meta('byline', name)),
        ),
        names.map((name, at) => author(`u${at}`, name)).join(''),
      ),
    );
    expect(articles.map(({ authors }) => authors)).toEqual([['u0'], ['u1'], ['u2']]);
  });
  it('14: the key is site and post id, whatever the guid says; without an id the guid’s own is taken', async () => {
    const { articles } = await read(
      wxr([
        post({ guid: 'http://old.example:28080/?p=7' }),
        post({ 'wp:post_id': null, guid: 'http://old.example/?p=44' }),
        post({ 'wp:post_id': null, guid: 'tag:1' }),
        post({ 'wp:post_id': null, guid: '', link: 'https://gazette.example/x/' }),
        post({ 'wp:post_id': null, guid: '', link: '', 'wp:post_name': 'y' }),
        post({ guid: 'second-of-7' }),
      ]),
    );
    expect(articles.map(({ id }) => id)).toEqual([
      '7',
      '44',
      'tag:1',
      'https://gazette.example/x/',
      'post/y',
      'second-of-7',
    ]);
  });
  it('16: the featured image may stand before or after its post; what is no article is counted', async () => {
    const first = post({ 'wp:post_id': '1' }, meta('_thumbnail_id', '50'));
    const more =
      meta('_wp_attachment_image_alt', 'A pier') +
      meta('_wp_attachment_metadata', 'a:2:{s:5:"width";i:1200;s:6:"height";i:800;}');
    const last = post(
      { 'wp:post_id': '2' },
      `${meta('_thumbnail_id', '50')}<wp:comment><wp:comment_content>x</wp:comment_content></wp:comment>`,
    );
    const others = ['page', 'nav_menu_item', 'revision', 'custom_css'].map((type) =>
      post({ 'wp:post_type': type, 'wp:post_id': '3' }),
    );
    const { articles, events } = await read(wxr([first, attachment('50', more), ...others, last]));
    const image = {
      url: 'https://gazette.example/wp-content/uploads/pier.jpg',
      alt: 'A pier',
      caption: 'The pier.',
      credit: 'Ida Quill',
      width: 1200,
      height: 800,
    };
    expect(articles.map(({ leadImage }) => leadImage)).toEqual([image, image]);
    expect(events.flatMap((event) => (event.kind === 'skipped' ? [event.reason] : []))).toEqual([
      'attachment',
      'page',
      'nav-menu-item',
      'revision',
      'custom-css',
      'comment',
    ]);
  });
  it('16: an end of CDATA inside the text is put together again', async () => {
    const { body } = await articleFrom({ 'content:encoded': '<![CDATA[a ]]]]><![CDATA[> b]]>' });
    expect(body).toEqual([{ type: 'paragraph', html: 'a ]]&gt; b' }]);
  });
});

describe('a post', () => {
  it('is in the language that its source says, else in the one that it is surely written in, else in the site’s', async () => {
    const german =
      'Die Fähre zu den Inseln ist nach zwei Wochen wieder im Hafen, und das erste Schiff am Morgen war voll mit Leuten, die seit dem Sturm auf sie gewartet haben. Sie fährt bis zum Ende des Monats zweimal am Tag, wie der Rat der Stadt am Abend sagte.';
    const texts = ['Die Fähre fährt.', german];
    const polylang = '<category domain="language" nicename="pt_br"><![CDATA[Português]]></category>';
    const { articles } = await read(
      wxr([
        ...texts.map((text, at) => post({ 'wp:post_id': String(at + 1), guid: null, 'content:encoded': text })),
        post({ 'wp:post_id': '3', guid: null, 'content:encoded': german }, polylang),
      ]),
    );
    expect(articles.map(({ locale }) => locale)).toEqual([null, 'de', 'pt-BR']);
  });

  it('keeps its permalink path, decoded, and gains those of its old slugs', async () => {
    const article = await articleFrom(
      { link: 'https://gazette.example/2024/06/f%c3%a4hre/', 'wp:post_name': 'f%c3%a4hre' },
      meta('_wp_old_slug', 'ferry'),
    );
    expect(article).toMatchObject({
      path: '/2024/06/fähre',
      slug: 'fähre',
      formerPaths: ['/2024/06/ferry'],
      importedFrom: { system: 'wordpress', externalId: '7' },
    });
  });
  it('has the plugin’s search title, description, canonical address and main section', async () => {
    const head = category('sea', 'Sea', '', '5') + category('news', 'News', '', '4');
    const more =
      inTerm('category', 'sea', 'Sea') +
      inTerm('category', 'news', 'News') +
      meta('_yoast_wpseo_title', '%%title%% %%sep%% x') +
      meta('_yoast_wpseo_metadesc', 'All of it') +
      meta('_yoast_wpseo_canonical', 'https://other.example/a') +
      meta('_yoast_wpseo_primary_category', '4') +
      meta('rank_math_robots', 'a:1:{i:0;s:7:"noindex";}');
    expect(await articleFrom({}, more, head)).toMatchObject({
      seo: { title: 'Ferry returns to Saltmarsh - x', description: 'All of it', noindex: true },
      canonicalUrl: 'https://other.example/a',
      sections: ['sea', 'news'],
      mainSection: 'news',
    });
  });
  it('has its co-authors in order, each once', async () => {
    const { items, articles } = await read(
      wxr([
        post(
          {},
          inTerm('author', 'mara', 'Mara') +
            inTerm('author', 'cap-ida-quill', 'Ida Quill') +
            inTerm('author', 'mara', 'Mara'),
        ),
      ]),
    );
    expect(articles[0]?.authors).toEqual(['mara', 'ida-quill']);
    expect(ofType(items, 'author').map(({ id, name }) => [id, name])).toEqual([
      ['mara', 'mara'],
      ['ida-quill', 'Ida Quill'],
    ]);
  });
  it('is in no section when it is only in the default one, in any language', async () => {
    const { items, articles, source } = await read(
      wxr([post({}, inTerm('category', 'allgemein', 'Allgemein'))], category('allgemein', 'Allgemein')),
    );
    expect({ sections: ofType(items, 'section'), of: articles[0]?.sections, found: source.found().categories }).toEqual(
      { sections: [], of: [], found: 1 },
    );
  });
  it('that only has a local time keeps it, noticed', async () => {
    const { articles, events } = await read(wxr([post({ 'wp:post_date_gmt': null })]));
    expect(articles[0]?.publishedAt).toBe('2024-06-05T18:04:48.000Z');
    expect(events).toContainEqual({ kind: 'notice', reason: 'local-time' });
  });
});

describe('a picture in a body', () => {
  const attachment = post(
    {
      'wp:post_id': '50',
      'wp:post_type': 'attachment',
      guid: null,
      'wp:attachment_url': 'https://gazette.example/wp-content/uploads/pier.jpg',
    },
    meta('_wp_attachment_metadata', 'a:2:{s:5:"width";i:1200;s:6:"height";i:800;}'),
  );
  const imageOf = async (src: string, head = ''): Promise<unknown> => {
    const { articles } = await read(
      wxr([post({ 'content:encoded': `<![CDATA[<img class="wp-image-50" src="${src}">]]>` }), attachment], head),
    );
    const block = articles[0]?.body[0];
    return block?.type === 'image' && { url: block.image.url, width: block.image.width, height: block.image.height };
  };

  it('has the size that the library knows, a smaller copy the one in its name', async () => {
    const url = 'https://gazette.example/wp-content/uploads/pier.jpg';
    expect(await imageOf(url)).toEqual({ url, width: 1200, height: 800 });
    const smaller = 'https://gazette.example/wp-content/uploads/pier-300x200.jpg';
    expect(await imageOf(smaller)).toEqual({ url: smaller, width: 300, height: 200 });
  });
});

it('the gallery of a post shows its pictures as editors have put them, then as they come', async () => {
  const file = (id: string, order: number): string =>
    post({
      'wp:post_id': id,
      'wp:post_type': 'attachment',
      'wp:post_parent': '7',
      'wp:menu_order': String(order),
      guid: null,
      'wp:attachment_url': `https://gazette.example/wp-content/uploads/${id}.jpg`,
    });
  const { articles } = await read(
    wxr([post({ 'content:encoded': '[gallery]' }), file('50', 3), file('51', 0), file('52', 0), file('53', 2)]),
  );
  const [gallery] = articles[0]?.body ?? [];
  const urls = gallery?.type === 'gallery' ? gallery.images.map(({ url }) => url) : [];
  expect(urls.map((url) => /\d+/.exec(url)?.[0])).toEqual(['51', '52', '53', '50']);
});

describe('what editors have put together', () => {
  const entry = (menu: string, order: number, type: string, id: string): string =>
    post(
      {
        'wp:post_id': String(100 + order),
        'wp:post_type': 'nav_menu_item',
        'wp:menu_order': String(order),
        guid: null,
        category: null,
      },
      `<category domain="nav_menu" nicename="${menu}"><![CDATA[Top &amp; tide]]></category>` +
        meta('_menu_item_type', type) +
        meta('_menu_item_object_id', id),
    );

  it('becomes collections: posts kept at the top, newest first, and the posts of menus in their order', async () => {
    const sticky = (id: string, status: string): string =>
      post({ 'wp:post_id': id, 'wp:status': status, 'wp:is_sticky': '1', guid: null });
    const { items } = await read(
      wxr([
        entry('top', 2, 'post_type', '8'),
        entry('top', 1, 'post_type', '11'),
        entry('top', 3, 'post_type', '404'),
        entry('top', 4, 'custom', '7'),
        entry('legal', 5, 'taxonomy', '7'),
        sticky('8', 'publish'),
        sticky('11', 'publish'),
        sticky('12', 'draft'),
      ]),
    );
    expect(
      ofType(items, 'collection').map(({ id, slug, title, picks, fill }) => ({ id, slug, title, picks, fill })),
    ).toEqual([
      { id: 'sticky', slug: 'featured', title: 'Featured', picks: ['11', '8'], fill: null },
      { id: 'menu:top', slug: 'top', title: 'Top & tide', picks: ['11', '8'], fill: null },
    ]);
    // What is picked is written before.
    expect(items.findIndex(({ type }) => type === 'collection')).toBeGreaterThan(
      items.findLastIndex(({ type }) => type === 'article'),
    );
  });
});

describe('blocks that posts share', () => {
  const shared = (id: string, content: string): string =>
    post({
      'wp:post_id': id,
      'wp:post_type': 'wp_block',
      guid: null,
      link: null,
      'content:encoded': `<![CDATA[${content}]]>`,
    });
  const ref = (id: string): string => `<!-- wp:block {"ref":${id}} /-->`;
  const textsOf = (articles: readonly { readonly body: readonly unknown[] }[]): unknown =>
    articles.map(({ body }) => body);
  const p = (text: string): string => `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->`;

  it('stand where they are shown, those inside others too', async () => {
    const { articles, events } = await read(
      wxr([
        post({ 'content:encoded': `<![CDATA[${p('One')}${ref('20')}${p('Four')}]]>` }),
        shared('20', p('Two') + ref('21')),
        shared('21', p('Three')),
      ]),
    );
    const paragraph = (html: string): object => ({ type: 'paragraph', html });
    expect(textsOf(articles)).toEqual([['One', 'Two', 'Three', 'Four'].map(paragraph)]);
    expect(events.filter(({ kind }) => kind === 'notice')).toEqual([]);
  });

  it('are counted where they are missing or show themselves, however often they are doubled', async () => {
    const { articles, events } = await read(
      wxr([
        post({ 'content:encoded': `<![CDATA[${p('One')}${ref('404')}${ref('20')}]]>` }),
        shared('20', p('Two') + ref('21')),
        shared('21', p('Three') + ref('20')),
        post({ 'wp:post_id': '8', guid: null, 'content:encoded': `<![CDATA[${ref('30')}]]>` }),
        ...Array.from({ length: 18 }, (_, at) => shared(String(30 + at), `${ref(String(31 + at)).repeat(4)}`)),
      ]),
    );
    expect(articles[0]?.body).toHaveLength(3);
    expect(articles[1]?.body).toEqual([]);
    const notices = events.filter((event) => event.kind === 'notice' && event.reason === 'missing-block');
    expect(notices.length).toBeGreaterThan(2);
  });
});

describe('what makes XML well-formed', () => {
  const text =
    '<!DOCTYPE rss SYSTEM "a" [\n<!ENTITY b "c & d">\n]><a>x & y <! z &amp; z<!-- a & b --><content:encoded><![CDATA[one & two\r\nthree\r ]] > ]]]></content:encoded><b><![CDATA[q & r]]]]><![CDATA[>]]></b>--- ]] &# <!------ c & d, which is as long as what is held back of a piece at most --><c/></a>';

  it('does the same wherever its pieces are cut', () => {
    const repaired = (length: number): { readonly xml: string; readonly held: string } => {
      let xml = '';
      let held = '';
      const repair = createXmlRepair({
        markup: (part) => (xml += part),
        cdata: (part) => (held += part),
        repaired: () => undefined,
      });
      for (let at = 0; at < text.length; at += length) repair.write(text.slice(at, at + length));
      repair.end();
      return { xml, held };
    };
    const whole = repaired(text.length);
    expect(whole.held).toBe('one & two\nthree\n ]] > ]q & r]]>');
    expect(whole.xml).toContain(
      '\n\n<a>x &amp; y &lt;! z &amp; z<!-- a & b --><content:encoded><![CDATA[]]></content:encoded>',
    );
    for (let length = 1; length < text.length; length++) expect(repaired(length)).toEqual(whole);
  });
});

describe('a broken export', () => {
  const rejected = async (text: string | Uint8Array): Promise<readonly unknown[]> => {
    const { articles, events } = await read(text);
    return [
      articles.map(({ id }) => id),
      events.flatMap((event) => (event.kind === 'reject' ? [[event.reject.line, event.reject.reason]] : [])),
    ];
  };
  it('that is cut off gives what was whole', async () => {
    const whole = wxr([post(), post({ 'wp:post_id': '8' })]);
    const [ids, rejects] = await rejected(whole.slice(0, whole.lastIndexOf('<wp:status>')));
    expect(ids).toEqual(['7']);
    expect(rejects).toContainEqual([25, 'cut-off']);
  });
  it('with bare ampersands and HTML’s own entities gives everything', async () => {
    const { articles, events } = await read(
      wxr([
        post({ title: 'Fish & Chips &nbsp;&amp; Co' }),
        post({ 'wp:post_id': '8', link: 'https://gazette.example/?a=1&b=2' }),
      ]),
    );
    expect(articles.map(({ headline }) => headline)).toEqual(['Fish & Chips & Co', 'Ferry returns to Saltmarsh']);
    expect(events.flatMap((event) => (event.kind === 'reject' ? [event.reject.line] : []))).toEqual([12, 27]);
  });
  it('with nested CDATA, unescaped markup or a missing end tag gives each post', async () => {
    const nested = post({ 'content:encoded': '<![CDATA[Nested <![CDATA[ tags ]]> :)]]>' });
    const markup = post({ 'wp:post_id': '8', 'content:encoded': '<p class="a">One <b>two</b></p>' });
    const open = post({ 'wp:post_id': '9' }).replace('</item>', '');
    const { articles } = await read(wxr([nested, markup, open, post({ 'wp:post_id': '10' })]));
    expect(articles.map(({ id }) => id)).toEqual(['7', '8', '9', '10']);
    expect(articles[1]?.body).toEqual([{ type: 'paragraph', html: 'One <strong>two</strong>' }]);
  });
  it('in which an element ends as another, or never, loses no more than that', async () => {
    const { articles } = await read(
      wxr([
        post({ title: 'Tide tables' }).replace('</title>', ''),
        post({ 'wp:post_id': '8' }).replace('<wp:status>publish</wp:status>', '<wp:status>private</wp:post_type>'),
        post({ 'wp:post_id': '9', 'content:encoded': '<![CDATA[Low <b>tide</b>' }),
        post({ 'wp:post_id': '10' }).replace('</wp:post_id>', '</i></wp:post_id></b></wp:postmeta>'),
        post({ 'wp:post_id': '11' }),
      ]),
    );
    expect(articles.map(({ id, status, headline }) => [id, status, headline])).toEqual([
      ['7', 'published', 'Tide tables'],
      ['8', 'draft', 'Ferry returns to Saltmarsh'],
      ['9', 'published', 'Ferry returns to Saltmarsh'],
      ['10', 'published', 'Ferry returns to Saltmarsh'],
      ['11', 'published', 'Ferry returns to Saltmarsh'],
    ]);
    expect(articles[2]?.body).toEqual([{ type: 'paragraph', html: 'Low <strong>tide</strong>' }]);
  });
  it('whose gzip is cut off gives what was whole', async () => {
    const zipped = gzipSync(
      wxr(
        Array.from({ length: 400 }, (_, at) => post({ 'wp:post_id': String(at + 1), title: `Tide ${Math.sin(at)}` })),
      ),
    );
    const [ids, rejects] = await rejected(zipped.subarray(0, zipped.length / 2));
    expect(Array.isArray(ids) && ids.length > 10).toBe(true);
    expect(rejects).not.toEqual([]);
  });
  it('never expands entities of its DOCTYPE', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const { articles } = await read(wxr([post({ title: 'T &b; &f;' })]).replace('?>\n', `?>\n${bomb}\n`));
    expect(articles.map(({ headline }) => headline)).toEqual(['T &b; &f;']);
  });
  it('of another encoding is read in it', async () => {
    const text = wxr([post({ title: 'Fähre' })]).replace('UTF-8', 'ISO-8859-1');
    const { articles } = await read(Buffer.from(text, 'latin1'));
    expect(articles[0]?.headline).toBe('Fähre');
  });
});
