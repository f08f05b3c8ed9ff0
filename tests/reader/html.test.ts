import { expect, test } from 'vitest';
import { href, html, raw } from '#reader/html.ts';

test('values are escaped, also in attributes', () => {
  const evil = `<b a="1" c='2'>&`;
  expect(html`<i title="${evil}">${evil}</i>`.text).toBe(
    '<i title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;">&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;</i>',
  );
});

test('templates nest, and lists follow one another', () => {
  const items = ['a&b', 'c'].map((item) => html`<li>${item}</li>`);
  expect(html`${items}`.text).toBe('<li>a&amp;b</li><li>c</li>');
});

test('nothing is written for what is not there; a zero is there', () => {
  expect(html`${null}${undefined}${false}${''}${[]}${0}`.text).toBe('0');
});

test('sanitised HTML passes as it is', () => {
  expect(html`<p>${raw('<em>x</em>')}</p>`.text).toBe('<p><em>x</em></p>');
});

test('an object that looks like HTML is not taken for it', () => {
  // As an answer of the API could hold it.
  const forged = JSON.parse('{"text":"<script>"}');
  expect(() => html`${forged}`.text).toThrow(TypeError);
});

test.each(['/a', 'https://a.example/', 'HTTP://a.example', 'mailto:desk@a.example', '#x', '?q=1'])(
  '%s may be linked to',
  (address) => {
    expect(href(address)).toBe(address);
  },
);

test.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:x', 'java\nscript:x', 'vbscript:x'])(
  '%j may not',
  (address) => {
    expect(href(address)).toBe('#');
  },
);
