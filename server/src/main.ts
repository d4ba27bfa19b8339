import { flushCompileCache } from 'node:module';
import { assembly } from './assembly.ts';
import { readConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import { start } from './start.ts';

const wantedNode = 24;

if (Number.parseInt(process.versions.node, 10) < wantedNode) {
  fail(
    `需要 Node ${wantedNode},当前是 ${process.versions.node}:请用 npm start 启动。Run it by npm start.`,
  );
}

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const config = readConfig(process.env, process.argv.slice(2));
  const running = await start(config, assembly, createLog('info'), say);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Kept for the next start even if this one is killed; nothing where no folder was named for it.
  flushCompileCache();
  say(running.url === null ? '后台处理进程已就绪' : `民声已就绪: ${running.url}`);
} catch (error) {
  fail(error instanceof Error ? withCause(error) : String(error));
}

function withCause(error: Error): string {
  return error.cause instanceof Error
    ? `${error.message}\n  ${error.cause.message}`
    : error.message;
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
