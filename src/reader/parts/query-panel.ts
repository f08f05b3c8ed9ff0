import type { Ran } from '#reader/desk.ts';
import { html, type Html } from '#reader/html.ts';

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** What GraphiQL takes from an address: it opens with this document and these variables. */
function graphiqlAddress({ document, variables }: Pick<Ran, 'document' | 'variables'>): string {
  return `/graphql?${new URLSearchParams({ query: document, variables: pretty(variables) }).toString()}`;
}

function code(title: string, text: string): Html {
  return html`<h4>${title}</h4>
    <pre class="code" tabindex="0" role="group" aria-label="${title}"><code>${text}</code></pre>`;
}

function operation(ran: Ran, graphiql: boolean): Html {
  const { name, document, variables, data, errors, cost } = ran;
  const answer = pretty(errors.length > 0 ? { errors, data } : { data });
  const size = `Answer, ${Math.ceil(answer.length / 1000)} kB`;
  const costs = [plural(cost.commands, 'command'), plural(cost.rounds, 'round')];
  return html`<li>
    <h3><code>${name}</code></h3>
    <p class="meta">${costs.map((one) => html`<span>${one}</span>`)}</p>
    ${graphiql && html`<a class="button" href="${graphiqlAddress(ran)}">Open ${name} in GraphiQL</a>`}
    <details>
      <summary>Document and variables</summary>
      ${code('Document', document)}${code('Variables', pretty(variables))}
    </details>
    <details>
      <summary>${size}${errors.length > 0 && `, ${plural(errors.length, 'error')}`}</summary>
      ${code('Answer', answer)}
    </details>
  </li>`;
}

/** "See the query": what this very page asked the API, what it got, and what that cost the database. */
export function queryPanel(ran: readonly Ran[], { graphiql }: { readonly graphiql: boolean }): Html {
  const commands = ran.reduce((sum, { cost }) => sum + cost.commands, 0);
  return html`<section class="query" id="page-query" aria-labelledby="page-query-title" tabindex="-1">
    <h2 id="page-query-title">See the query</h2>
    <p>
      This page was made from ${plural(ran.length, 'GraphQL operation')}, for which the database ran
      ${plural(commands, 'command')}. A round is a set of commands sent together.
    </p>
    <ul class="plain">
      ${ran.map((one) => operation(one, graphiql))}
    </ul>
  </section>`;
}
