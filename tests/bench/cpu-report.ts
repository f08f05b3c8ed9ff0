/** Loaded before a server of the bench: answers any message of its parent with the CPU time of the process so far, in microseconds. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
// The server ends when it wishes to, whether or not its parent still listens.
process.channel?.unref();
// However the bench ended, none of its servers stays behind.
process.on('disconnect', () => process.exit());
