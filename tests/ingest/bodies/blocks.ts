import * as fc from 'fast-check';
import { IMG, line } from './inline.ts';
import { pictures } from './pictures.ts';
import { seq, tag, words, wrap, type Shape } from './shape.ts';

const row = (cells: readonly Shape[], name: string, attributes = ''): Shape =>
  wrap(
    '<tr>',
    seq(
      cells.map((cell) => tag(name, cell, attributes)),
      '',
    ),
    '</tr>',
  );

const CONTAINERS = [
  'div',
  'section',
  'article',
  'aside',
  'header',
  'footer',
  'main',
  'nav',
  'address',
  'center',
  'form',
  'fieldset',
  'hgroup',
  'dialog',
  'div class="elementor-widget-container"',
  'div class="et_pb_text_inner"',
  'div class="wp-block-column"',
  'div class="wp-block-group"',
  'div class="wp-block-quote"',
  'div align="right" dir="rtl"',
];
const SHORTCODES = [
  '[vc_row el_class="a"][vc_column width="1/2"][vc_column_text]|[/vc_column_text][/vc_column][/vc_row]',
  '[et_pb_section fb_built="1"][et_pb_text _builder_version="4.1"]|[/et_pb_text][/et_pb_section]',
  '[fusion_text]|[/fusion_text]',
  '[quote_box author=""]|[/quote_box]',
  '[su_box title=""]|[/su_box]',
  '[column size="one-half" last="false"]|[/column]',
  '[tabs][tab]|[/tab][/tabs]',
];

export const { block } = fc.letrec<{ block: Shape }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => seq(all, '\n'));
  const flow = fc.oneof(
    line,
    line,
    blocks,
    fc.tuple(line, tie('block')).map((all) => seq(all)),
    fc.tuple(tie('block'), line).map((all) => seq(all)),
  );
  const lists = fc.letrec<{ list: Shape }>((inner) => ({
    list: fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol start="3"'),
        fc.array(
          fc.oneof(
            { maxDepth: 3 },
            line,
            flow,
            fc.tuple(line, inner('list')).map((all) => seq(all)),
            fc.tuple(line, inner('list'), line).map((all) => seq(all)),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([name, items]) =>
        wrap(
          `<${name}>`,
          seq(
            items.map((item) => tag('li', item)),
            '\n',
          ),
          `</${name.slice(0, 2)}>`,
        ),
      ),
  })).list;
  const tables = fc
    .tuple(
      fc.option(line),
      fc.option(fc.array(line, { minLength: 1, maxLength: 2 })),
      fc.array(fc.array(fc.oneof(line, line, line, flow), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.option(fc.array(line, { minLength: 1, maxLength: 2 })),
      fc.constantFrom('', '', 'colspan="2"'),
    )
    .map(([caption, head, rows, foot, span]) =>
      wrap(
        '<table>',
        seq(
          [
            ...(caption === null ? [] : [tag('caption', caption)]),
            ...(head === null ? [] : [tag('thead', row(head, 'th'))]),
            tag(
              'tbody',
              seq(
                rows.map((cells) => row(cells, 'td', span)),
                '\n',
              ),
            ),
            ...(foot === null ? [] : [tag('tfoot', row(foot, 'td'))]),
          ],
          '\n',
        ),
        '</table>',
      ),
    );
  const quotes = fc
    .tuple(
      fc.oneof(
        line,
        blocks,
        line.map((one) => tag('p', one)),
      ),
      fc.option(line),
      fc.constantFrom(
        '<cite>|</cite>',
        '<footer>|</footer>',
        '<p>— |</p>',
        '<footer>— <cite>|</cite></footer>',
        '<p><cite>|</cite></p>',
      ),
      fc.constantFrom('blockquote', 'blockquote class="wp-block-quote"', 'blockquote class="twitter-tweet"'),
    )
    .map(([text, cite, around, name]) => {
      const [before = '', after = ''] = around.split('|');
      return wrap(`<${name}>`, cite === null ? text : seq([text, wrap(before, cite, after)]), '</blockquote>');
    });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      line.map((text) => tag('p', text)),
      line.map((text) => wrap('\n\n', text, '\n\n')),
      line.map((text) => tag('div', text)),
      pictures,
      fc.tuple(fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5', 'h6'), line).map(([name, text]) => tag(name, text)),
      fc
        .tuple(
          fc.constantFrom(
            'pre',
            'pre class="wp-block-verse"',
            'pre class="wp-block-preformatted"',
            'pre class="wp-block-code"',
          ),
          line,
        )
        .map(([name, text]) => wrap(`<${name}>`, text, '</pre>')),
      fc
        .tuple(fc.constantFrom(...CONTAINERS), flow)
        .map(([name, inner]) => wrap(`<${name}>`, inner, `</${name.split(' ')[0]}>`)),
      fc.tuple(fc.constantFrom(...SHORTCODES), flow).map(([around, inner]) => {
        const [before = '', after = ''] = around.split('|');
        return wrap(before, inner, after);
      }),
      lists,
      tables,
      // The caption of a plain table is told before it, wherever it is written.
      fc
        .tuple(line, fc.array(words, { minLength: 2, maxLength: 3 }))
        .map(([caption, cells]) =>
          wrap(
            '<figure class="wp-block-table"><figcaption>',
            seq([caption, wrap('</figcaption><table><tbody>', row(cells, 'td'), '</tbody></table></figure>')], ''),
            '',
          ),
        ),
      fc
        .tuple(line, line, line)
        .map(([own, cell, caption]) =>
          wrap(
            '<figure class="wp-block-table"><table>',
            seq(
              [
                tag('caption', own),
                row([cell, cell], 'td'),
                wrap('</table><figcaption>', caption, '</figcaption></figure>'),
              ],
              '',
            ),
            '',
          ),
        ),
      quotes,
      quotes.chain((quote) =>
        line.map((cite) =>
          seq([wrap('<figure class="wp-block-pullquote">', quote, '<cite>'), wrap('', cite, '</cite></figure>')], ''),
        ),
      ),
      fc
        .tuple(line, flow)
        .map(([summary, inner]) =>
          wrap('<details class="wp-block-details">', seq([tag('summary', summary), inner]), '</details>'),
        ),
      fc.array(fc.tuple(line, flow), { minLength: 1, maxLength: 2 }).map((pairs) =>
        wrap(
          '<dl>',
          seq(
            pairs.flatMap(([term, text]) => [tag('dt', term), tag('dd', text)]),
            '\n',
          ),
          '</dl>',
        ),
      ),
      flow.map((text) =>
        wrap(
          `<div class="wp-block-media-text"><figure class="wp-block-media-text__media">${IMG}</figure><div class="wp-block-media-text__content">`,
          text,
          '</div></div>',
        ),
      ),
      flow.map((text) =>
        wrap(
          '<div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background"></span><img class="wp-block-cover__image-background" src="/c.jpg"/><div class="wp-block-cover__inner-container">',
          text,
          '</div></div>',
        ),
      ),
      fc.constant<Shape>(
        (word) =>
          `<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/a">${word()}</a></div><div class="wp-block-button"><a href="/b">${word()}</a></div></div>`,
      ),
      fc.constant<Shape>(
        (word) =>
          `<div class="wp-block-file"><a href="/a.pdf">${word()}</a><a href="/a.pdf" class="wp-block-file__button" download>${word()}</a></div>`,
      ),
      fc.constant<Shape>(
        (word) => `<fieldset><legend>${word()}</legend><label>${word()}</label><button>${word()}</button></fieldset>`,
      ),
      fc.constant<Shape>((word) => `<hr><p>${word()}</p><script>var a = "x";</script><style>.a{}</style>`),
      fc.constant<Shape>((word) => `<p>${word()}<!--more--></p><!--nextpage--><p>${word()}</p>`),
    ),
  };
});
