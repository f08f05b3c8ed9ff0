// Plain JavaScript on purpose: older versions of Node refuse a .ts file before its first line runs.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 4)) {
  console.error(
    `Masthead needs Node 24.4 or newer, and this is ${process.versions.node}. Run it with "npm start" after "npm ci" (which brings Node 24), or install Node 24.`,
  );
  process.exit(1);
}

// Compiled sources are kept in the system's folder for temporary files, so that the next start need not compile them again.
process.getBuiltinModule('node:module').enableCompileCache();
