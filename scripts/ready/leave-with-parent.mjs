// Loaded before the program: when the script that started it is killed without a chance to say so,
// the channel between them closes, and the program stops in order instead of running on unseen.
if (process.channel !== undefined && process.channel !== null) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
