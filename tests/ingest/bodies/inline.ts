import * as fc from 'fast-check';
import { phrase, tag, words, type Shape } from './shape.ts';

const INLINE_TAGS =
  'em strong b i u s del ins mark small big sub sup code kbd samp var dfn cite q abbr span font time bdi tt'.split(' ');
export const IMG = '<img src="/tide.jpg">';

const { inline } = fc.letrec<{ inline: Shape }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.tuple(fc.constantFrom(...INLINE_TAGS), phrase(tie('inline'))).map(([name, inner]) => tag(name, inner)),
    fc
      .tuple(
        fc.constantFrom('/a/', 'https://other.example/b', '#fn1', 'javascript:x', 'mailto:a@b.example'),
        phrase(tie('inline')),
      )
      .map(([href, inner]) => tag('a', inner, `href="${href}"`)),
    fc.constant<Shape>((word) => `<ruby>${word()}<rp>(</rp><rt>${word()}</rt><rp>)</rp></ruby>`),
    fc.constant<Shape>((word) =>
      `${word()}<sup data-fn="1" class="fn"><a href="#f1">${word()}</a></sup>`.replace('<sup', ' <sup'),
    ),
    fc.constant<Shape>((word) => `${word()}<br>${word()}`),
    fc.constant<Shape>((word) => `${word()}<br/>\n<br />${word()}`),
    fc.constant<Shape>((word) => `${word()} ${IMG} ${word()}`),
    fc.constant<Shape>((word) => `<span dir="rtl" lang="ar">${word()}</span>`),
    fc.constant<Shape>((word) => `<x-widget>${word()}</x-widget> &amp; ${word()} &lt; 3&nbsp;${word()}`),
  ),
}));
export const line = phrase(inline);
