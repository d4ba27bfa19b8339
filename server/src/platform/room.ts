import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Config } from './config.ts';

/** Refuses an address somebody else listens on, in words that say what to do. */
export async function refuseTakenPort({
  host,
  port,
}: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch (error) {
    throw new Error(reasonNotToListen(host, port, codeOf(error)), { cause: error });
  } finally {
    probe.close();
  }
}

function reasonNotToListen(host: string, port: number, code: string): string {
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被别的程序占用。请停止它,或用 PORT 指定另一个端口。Port ${port} is in use: stop that program or set PORT.`;
  if (code === 'EACCES')
    return `没有权限使用端口 ${port}。请用 PORT 指定 1024 以上的端口。Port ${port} is not allowed to this user: set PORT above 1024.`;
  return `无法监听 ${host}:${port}。请检查 HOST。Cannot listen on ${host}:${port}: look at HOST.`;
}

export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(
      `无法建立数据文件夹 ${folder}。请换一个能写入的位置(MINSHENG_DATA)。The data folder ${folder} cannot be made: set MINSHENG_DATA to a place you may write.`,
      { cause: error },
    );
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
