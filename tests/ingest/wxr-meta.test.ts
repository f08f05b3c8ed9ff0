import { describe, expect, it } from 'vitest';
import { articleFrom, meta, ofType, post, read, wxr } from './wxr-text.ts';

describe('titles and descriptions of plugins for search engines', () => {
  it.each([
    ['%%title%% %%page%% %%sep%% %%sitename%%', null],
    ['Tide tables %%page%% %%sep%% %%sitename%%', 'Tide tables - Saltmarsh Gazette'],
    ['%%title%%: all sailings', 'Ferry returns to Saltmarsh: all sailings'],
    ['Sailings in %%currentyear%%', null],
    ['Sailings of %%cf_route%%', null],
    ['100 % more sailings, 5% off', '100 % more sailings, 5% off'],
    ['Fish &amp; chips', 'Fish & chips'],
  ])('%j of Yoast is %j', async (template, title) => {
    expect((await articleFrom({}, meta('_yoast_wpseo_title', template))).seo.title).toBe(title);
  });
  it.each([
    ['%title% %sep% %sitename%', null],
    ['Tide tables %sep% %sitename%', 'Tide tables - Saltmarsh Gazette'],
    ['%seo_title%: all sailings', 'Ferry returns to Saltmarsh: all sailings'],
    ['Sailings of %currentyear%', null],
  ])('%j of Rank Math is %j', async (template, title) => {
    expect((await articleFrom({}, meta('rank_math_title', template))).seo.title).toBe(title);
  });
  it('are filled in with the standfirst where there is one', async () => {
    const description = meta('_yoast_wpseo_metadesc', 'The ferry: %%excerpt%%');
    const excerpt = { 'excerpt:encoded': '<![CDATA[It sails again.]]>' };
    expect((await articleFrom(excerpt, description)).seo.description).toBe('The ferry: It sails again.');
    expect((await articleFrom({}, description)).seo.description).toBeNull();
  });
});

describe('former addresses', () => {
  const at = { link: 'https://gazette.example/2024/06/05/ferry/', 'wp:post_name': 'ferry' };
  it('are those of old slugs, old dates, and both', async () => {
    const old = meta('_wp_old_slug', 'boat') + meta('_wp_old_date', '2023-12-31');
    expect((await articleFrom(at, old)).formerPaths).toEqual([
      '/2023/12/31/ferry',
      '/2024/06/05/boat',
      '/2023/12/31/boat',
    ]);
  });
  it('keep to how exact the permalink is, and need a date in it', async () => {
    const old = meta('_wp_old_date', '2023-12-31');
    const month = { link: 'https://gazette.example/sea/2024/06/ferry/', 'wp:post_name': 'ferry' };
    expect((await articleFrom(month, old)).formerPaths).toEqual(['/sea/2023/12/ferry']);
    const none = { link: 'https://gazette.example/sea/ferry/', 'wp:post_name': 'ferry' };
    expect((await articleFrom(none, old)).formerPaths).toEqual([]);
    expect((await articleFrom(at, meta('_wp_old_date', 'yesterday'))).formerPaths).toEqual([]);
  });
});

describe('links to where the site was before it moved', () => {
  const linkTo = (href: string): string => `<p><a href="${href}">x</a></p>`;
  const site = (href: string, guid = 'http://old.example/blog/?p=8'): string =>
    wxr([
      post({ 'content:encoded': `<![CDATA[${linkTo(href)}]]>` }),
      post({ 'wp:post_id': '8', guid, link: 'https://gazette.example/2023/01/tide/' }),
      post({ 'wp:post_id': '9', link: 'https://gazette.example/2023/02/new/', guid: 'https://gazette.example/?p=9' }),
    ]);
  const hrefIn = async (href: string, guid?: string): Promise<unknown> => {
    const [article] = (await read(site(href, guid))).articles;
    return article?.body.map((block) =>
      block.type === 'paragraph' ? /href="([^"]*)"/.exec(block.html)?.[1] : null,
    )[0];
  };
  it.each([
    ['http://old.example/blog/2023/01/tide/', '/2023/01/tide'],
    ['https://www.old.example/blog/2023/01/tide#more', '/2023/01/tide#more'],
    ['http://old.example/blog/?p=8', '/2023/01/tide'],
    ['http://old.example/blog/index.php?p=8', '/2023/01/tide'],
  ])('%s lead to the article: %s', async (href, path) => expect(await hrefIn(href)).toBe(path));
  it.each([
    'http://old.example/blog/2023/02/new/',
    'http://old.example/2023/01/tide/',
    'http://old.example/blog/2023/01/tide/?page=2',
    'http://old.example/blog/?p=9',
    'http://old.example/blog/',
    'http://other.example/blog/2023/01/tide/',
  ])('%s stay as they are: nothing says that it is an article of ours', async (href) =>
    expect(await hrefIn(href)).toBe(href),
  );
  it.each(['http://old.example/blog/?p=80', 'http://old.example/blog/2023/01/tide/', 'urn:old', ''])(
    'stay as they are where the guid is %j',
    async (guid) => {
      const href = 'http://old.example/blog/2023/01/tide/';
      expect(await hrefIn(href, guid)).toBe(href);
    },
  );
});

describe('footnotes, which WordPress keeps apart from the text', () => {
  const body =
    '<!-- wp:paragraph --><p>Low tide<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->';
  it('stand where the body shows them', async () => {
    const notes = meta('footnotes', '[{"content":"As of <em>June</em>.","id":"a1"}]');
    expect((await articleFrom({ 'content:encoded': `<![CDATA[${body}]]>` }, notes)).body).toEqual([
      { type: 'paragraph', html: 'Low tide<sup><a href="#a1">1</a></sup>.' },
      { type: 'list', ordered: true, items: [{ level: 0, html: 'As of <em>June</em>.' }] },
    ]);
  });
  it('are the same as a live site shows them', async () => {
    const shown = `<p>Low tide.</p><ol class="wp-block-footnotes"><li id="a1">As of <em>June</em>. <a href="#a1-link" aria-label="Jump">↩︎</a></li></ol>`;
    expect((await articleFrom({ 'content:encoded': `<![CDATA[${shown}]]>` })).body[1]).toEqual({
      type: 'list',
      ordered: true,
      items: [{ level: 0, html: 'As of <em>June</em>.' }],
    });
  });
  it.each(['[]', 'no JSON', '{"a":1}', 'a:1:{i:0;O:8:"stdClass":0:{}}'])('are none in %j', async (json) => {
    const article = await articleFrom({ 'content:encoded': `<![CDATA[${body}]]>` }, meta('footnotes', json));
    expect(article.body).toHaveLength(1);
  });
});

describe('who made a picture', () => {
  const creditWith = async (more: string, caption = ''): Promise<unknown> => {
    const picture = post(
      {
        'wp:post_id': '50',
        'wp:post_type': 'attachment',
        'wp:status': 'inherit',
        'excerpt:encoded': `<![CDATA[${caption}]]>`,
        'wp:attachment_url': 'https://gazette.example/wp-content/uploads/pier.jpg',
      },
      more,
    );
    const { articles } = await read(wxr([post({}, meta('_thumbnail_id', '50')), picture]));
    return articles[0]?.leadImage?.credit;
  };
  const inFile = (credit: string): string =>
    meta(
      '_wp_attachment_metadata',
      `a:2:{s:5:"width";i:9;s:10:"image_meta";a:2:{s:6:"credit";s:${Buffer.byteLength(credit)}:"${credit}";s:6:"camera";s:1:"X";}}`,
    );
  it('is told by its caption first, then by a plugin, then by the file', async () => {
    const plugin = meta('_media_credit', 'Mara Holt');
    expect(await creditWith(plugin + inFile('Élodie "É" d’Arc'), 'The pier. Photo: Ida Quill')).toBe('Ida Quill');
    expect(await creditWith(plugin + inFile('Élodie "É" d’Arc'))).toBe('Mara Holt');
    expect(await creditWith(inFile('Élodie "É" d’Arc'))).toBe('Élodie "É" d’Arc');
  });
  it('is not known where there is none, or only a number', async () => {
    expect(await creditWith(inFile(''))).toBeNull();
    expect(await creditWith(meta('_media_credit', '12'))).toBeNull();
    expect(await creditWith(meta('_media_credit', 'a:1:{i:0;s:1:"x";}'))).toBeNull();
  });
});

describe('guest authors of Co-Authors Plus', () => {
  const guest = (more: string, status = 'publish'): string =>
    post(
      {
        'wp:post_id': '90',
        'wp:post_type': 'guest-author',
        'wp:status': status,
        'wp:post_name': 'cap-ida-quill',
        title: 'Ida Quill',
        guid: null,
      },
      meta('cap-user_login', 'ida-quill') + more,
    );
  const byIda = post({}, '<category domain="author" nicename="cap-ida-quill"><![CDATA[ida-quill]]></category>');
  const head =
    '<wp:author><wp:author_id>4</wp:author_id><wp:author_login>iq</wp:author_login><wp:author_display_name>Ida M. Quill</wp:author_display_name></wp:author>';

  it('have the name, text, picture and site that are kept of them, wherever in the file', async () => {
    const picture = post(
      {
        'wp:post_id': '50',
        'wp:post_type': 'attachment',
        'wp:status': 'inherit',
        guid: null,
        'wp:attachment_url': 'https://gazette.example/wp-content/uploads/ida.jpg',
      },
      meta('_wp_attachment_image_alt', 'Ida'),
    );
    const more =
      meta('cap-display_name', 'Ida Quill') +
      meta('cap-description', 'Writes on <b>tides</b>.') +
      meta('cap-job_title', 'Harbour editor') +
      meta('cap-website', 'https://quill.example/') +
      meta('cap-user_email', 'ida@quill.example') +
      meta('_thumbnail_id', '50');
    const { items, articles } = await read(wxr([byIda, guest(more), picture]));
    expect(articles[0]?.authors).toEqual(['ida-quill']);
    const authors = ofType(items, 'author').filter(({ id }) => id === 'ida-quill');
    expect(authors).toMatchObject([
      {
        name: 'Ida Quill',
        bio: 'Writes on tides.',
        jobTitle: 'Harbour editor',
        links: ['https://quill.example/'],
        image: { url: 'https://gazette.example/wp-content/uploads/ida.jpg', alt: 'Ida' },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('ida@quill.example');
  });
  it('are the user whose account they are linked to', async () => {
    const { articles } = await read(wxr([byIda, guest(meta('cap-linked_account', 'iq'))], head));
    expect(articles[0]?.authors).toEqual(['iq']);
  });
  it('that are in the trash say nothing, nor does an address that is none', async () => {
    const { items } = await read(wxr([byIda, guest(meta('cap-display_name', 'Gone'), 'trash')]));
    expect(ofType(items, 'author').map(({ name }) => name)).toContain('ida-quill');
    const other = await read(wxr([byIda, guest(meta('cap-website', 'javascript:alert(1)'))]));
    expect(ofType(other.items, 'author').find(({ id }) => id === 'ida-quill')?.links).toEqual([]);
  });
});
