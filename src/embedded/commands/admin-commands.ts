import type { Command, Commands } from './command.ts';

const VERSION = '8.0.0';

const nothing: Command = { fields: ['sessions', 'users', 'lock'], run: () => ({}) };

const hello: Command = {
  fields: [
    'helloOk',
    'topologyVersion',
    'maxAwaitTimeMS',
    'client',
    'compression',
    'loadBalanced',
    'backpressure',
    'speculativeAuthenticate',
    'saslSupportedMechs',
    'hostInfo',
    '$query',
  ],
  run: ({ server, connection, command }) => {
    const answer = server.hello(connection);
    const wait = command['maxAwaitTimeMS'];
    if (!wait || !command['topologyVersion']) return answer;
    // Nothing about this server ever changes, so an awaited hello is answered at the end of the wait.
    return new Promise((resolve) => setTimeout(() => resolve(server.hello(connection)), Number(wait)).unref());
  },
};

const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: VERSION,
    versionArray: [8, 0, 0, 0],
    gitVersion: 'embedded',
    modules: ['embedded'],
    bits: 64,
    maxBsonObjectSize: 16_777_216,
  }),
};

/** Handshake and what clients and shells ask about a server. */
export const adminCommands: Commands = {
  hello,
  ismaster: hello,
  isMaster: hello,
  buildInfo,
  buildinfo: buildInfo,
  ping: nothing,
  endSessions: nothing,
  refreshSessions: nothing,
  startSession: nothing,
  killSessions: nothing,
  killAllSessions: nothing,
  fsync: nothing,
  logout: nothing,
  getParameter: {
    fields: ['featureCompatibilityVersion'],
    run: () => ({ featureCompatibilityVersion: { version: '8.0' } }),
  },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  },
  whatsmyuri: { fields: [], run: ({ server }) => ({ you: server.address }) },
  getLog: { fields: [], run: () => ({ log: [], totalLinesWritten: 0 }) },
  hostInfo: { fields: [], run: () => ({ system: {}, os: {}, extra: {} }) },
  getCmdLineOpts: { fields: [], run: () => ({ argv: ['embedded'], parsed: {} }) },
  serverStatus: {
    fields: ['repl', 'metrics', 'locks'],
    run: ({ server, cursors }) => ({
      version: VERSION,
      process: 'embedded',
      uptime: process.uptime(),
      connections: { current: server.openConnections },
      metrics: { cursor: { open: { total: cursors.size } } },
    }),
  },
  replSetGetStatus: {
    fields: [],
    run: ({ server }) => ({
      set: server.setName,
      myState: 1,
      members: [{ _id: 0, name: server.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
    }),
  },
};
