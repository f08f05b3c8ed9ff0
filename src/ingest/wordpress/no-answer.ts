import { StartError } from '#errors.ts';
import { NoAnswer, type Refusal } from './safe-get.ts';

const SENTENCES: Readonly<Record<Refusal, string>> = {
  'bad-address':
    'is no address that can be read: write http:// or https:// and a host, without a user name (WORDPRESS_USER is for that).',
  'private-address': 'is in a private network: add --allow-private if you mean it.',
  'unknown-host': 'is at a host that nobody knows: check the address.',
  unreachable: 'cannot be reached: check the address, and that the site runs.',
  'bad-certificate':
    'has a certificate that proves nothing (self-signed, expired or of another host): name an own authority in NODE_EXTRA_CA_CERTS.',
  'too-many-redirects': 'redirects too often: check the address.',
  'too-large': 'gives an answer of more than 20 MB.',
  'too-slow': 'did not answer within 30 seconds: try again later.',
};

/** The sentence for a person; what is no `NoAnswer` is handed on as it is. */
export function whyNot(site: URL, error: unknown): unknown {
  if (!(error instanceof NoAnswer)) return error;
  return new StartError(`${site.origin}${site.pathname} ${SENTENCES[error.refusal]}`, { cause: error });
}
