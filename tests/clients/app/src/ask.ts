import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Sends a document with fetch; what comes back has the types of the document. Throws where there is no answer at all. */
export async function ask<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = await response.json();
  // Parts that could not be read are null in `data`, with an entry in `errors`: show the rest.
  for (const { message, path } of errors ?? []) console.warn(message, path);
  if (!data) throw new Error(`No answer: ${response.status}`);
  return data;
}
