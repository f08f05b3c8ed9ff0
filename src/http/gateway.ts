import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Log, logEvents, describeError } from '#log.ts';
import { chooseMediaType } from './accept.ts';
import { createCors } from './cors.ts';
import { fromNode, fromRequest, sendToNode, toResponse } from './edge.ts';
import { type Answer, type Incoming, json, splitTarget } from './exchange.ts';
import { createGraphiQL, isForGraphiQL, type Tab } from './graphiql.ts';
import { createGraphQLRoute, type GraphQLRouteOptions } from './graphql-route.ts';
import { createMask, type MaskedError } from './mask-errors.ts';
import type { Operation } from './operation.ts';
import { type FindPage, operationRequest, operationResult, type RunOperation } from './pages.ts';
import { Refusal } from './refusal.ts';
import { answerHealth, answerMedia, answerReady, type FindMedia, isRead, notFound, type Readiness } from './routes.ts';

export interface GatewayOptions<Context extends object> extends GraphQLRouteOptions<Context> {
  readonly production: boolean;
  readonly graphiql: boolean;
  readonly corsOrigins: readonly string[];
  readonly tabs: readonly Tab[];
  readonly log: Log;
  readonly readiness: () => Promise<Readiness>;
  readonly media?: FindMedia;
  /** Asked for what is none of the gateway's own addresses. */
  readonly pages?: FindPage;
}

/** The HTTP side of the product: the same answers through a socket and in the process. */
export interface Gateway {
  /** Never rejects. */
  fetch(request: Request): Promise<Response>;
  /** A listener for `node:http`. */
  handler(req: IncomingMessage, res: ServerResponse): void;
}

/** 16,000 characters: a query of 2,000 tokens does not belong into an address. */
const MAX_TARGET_LENGTH = 16_000;

/** What a caller may choose as request id: it ends up in logs and headers. */
const SANE_REQUEST_ID = /^[\w.:-]{1,100}$/;

/** One request while it is being answered. */
interface Visit {
  readonly incoming: Incoming;
  readonly requestId: string;
  readonly logged: Set<unknown>;
  operation: Operation | null;
}

/** The document's mark in the log: the same text has the same one, and it tells nothing. */
const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex').slice(0, 16);

/** Builds the routes, limits, masks and the log of one gateway. */
export function createGateway<Context extends object>(options: GatewayOptions<Context>): Gateway {
  const { log, readiness, media, pages } = options;
  const mask = createMask(options);
  const cors = createCors(options.corsOrigins);
  const graphiql = options.graphiql ? createGraphiQL(options.tabs) : null;
  const runGraphQL = createGraphQLRoute(options, mask);

  async function answerGraphQL(visit: Visit): Promise<Answer> {
    const { incoming } = visit;
    if (incoming.method === 'OPTIONS') return cors.preflight(incoming);
    if (graphiql && isForGraphiQL(incoming)) return graphiql(incoming);
    const mediaType = chooseMediaType(incoming.header('accept'));
    if (!mediaType) throw new Refusal(406, 'accept: application/graphql-response+json or application/json');
    const { answer, operation } = await runGraphQL(incoming, { ...visit, mediaType });
    visit.operation = operation;
    return { ...answer, headers: { ...answer.headers, ...cors.headers(incoming) } };
  }

  /** Runs operations for the page that a visit asks for. */
  function runFor({ requestId, logged, incoming }: Visit): RunOperation {
    const exchange = { requestId, logged, mediaType: 'application/graphql-response+json' } as const;
    return async (document, variables) =>
      operationResult(await runGraphQL(operationRequest(document, variables, incoming.signal), exchange));
  }

  async function route(visit: Visit): Promise<Answer> {
    const { incoming, requestId } = visit;
    if (incoming.target.length > MAX_TARGET_LENGTH) throw new Refusal(414, 'address: at most 16,000 characters');
    const { path } = splitTarget(incoming.target);
    if (path === '/graphql') return answerGraphQL(visit);
    if (!isRead(incoming)) return notFound();
    if (path === '/health') return answerHealth();
    if (path === '/ready') {
      const report = (cause: unknown): void => log.warn({ requestId, cause: describeError(cause) }, logEvents.notReady);
      return answerReady(readiness, report);
    }
    if (media && path.startsWith('/media/'))
      return answerMedia(path.slice('/media/'.length), incoming.header('range'), media);
    return (await pages?.(incoming, runFor(visit))) ?? notFound();
  }

  /** An answer without data, for what went wrong before or around an operation. */
  function refuse({ body, status, headers }: MaskedError, { incoming }: Visit): Answer {
    const mediaType = chooseMediaType(incoming.header('accept')) ?? 'application/json';
    const type = { 'content-type': `${mediaType}; charset=utf-8` };
    return json(status, { errors: [body] }, { ...headers, ...cors.headers(incoming), ...type });
  }

  function writeLog(visit: Visit, { status }: Answer, milliseconds: number): void {
    const { incoming, requestId, operation } = visit;
    const { path } = splitTarget(incoming.target);
    const line = {
      requestId,
      method: incoming.method,
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
      ...(operation && {
        operation: operation.name,
        document: hashOf(operation.params.query),
        commands: operation.cost?.commands ?? 0,
        rounds: operation.cost?.rounds ?? 0,
      }),
    };
    // Probes come every few seconds and say nothing.
    if (path === '/health' || path === '/ready') log.debug(line, logEvents.request);
    else log.info(line, logEvents.request);
  }

  async function answer(incoming: Incoming): Promise<Answer> {
    const started = performance.now();
    const given = incoming.header('x-request-id');
    const requestId = given !== null && SANE_REQUEST_ID.test(given) ? given : randomUUID();
    const visit: Visit = { incoming, requestId, logged: new Set(), operation: null };
    let outcome: Answer;
    try {
      outcome = await route(visit);
    } catch (error) {
      outcome = refuse(mask(error, visit), visit);
    }
    writeLog(visit, outcome, performance.now() - started);
    const headers = { 'x-content-type-options': 'nosniff', 'x-request-id': requestId, ...outcome.headers };
    return { ...outcome, headers };
  }

  return {
    async fetch(request) {
      return toResponse(await answer(fromRequest(request)), request.method);
    },
    handler(req, res) {
      answer(fromNode(req, res))
        .then((outcome) => sendToNode(outcome, req, res))
        .catch((cause: unknown) => {
          // Nothing sensible can be said any more: the answer itself could not be written.
          log.error({ cause: describeError(cause) }, logEvents.failed);
          res.destroy();
        });
    },
  };
}
