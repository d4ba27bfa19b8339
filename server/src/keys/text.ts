import type { KeyUse } from './reseal.ts';

/** Sentences for whoever rotates keys. */
export const text = {
  usage:
    '用法: npm run -s keys:rotate | keys:reseal | keys:forget -- 编号\n' +
    'usage: npm run -s keys:rotate | keys:reseal | keys:forget -- ID',
  noFile: (folder: string) => `${folder} 里没有 keys.json。There is no keys.json in ${folder}.`,
  added: (id: number) =>
    `已加入第 ${id} 号密钥,运行中的程序一秒内改用它加密,不必重启;旧密钥仍能解开旧数据。\n` +
    '请立即另外保存新的 keys.json(备份里没有它);在别的机器上运行的进程,请先把它拷过去。\n' +
    '然后运行 npm run -s keys:reseal。The new key encrypts; keep the new keys.json apart, then reseal.',
  newestIs: (id: number) =>
    `用第 ${id} 号密钥重新加密。Sealing anew with key ${id}; killed, it goes on where it was.`,
  progress: (table: string, rows: number) => `  ${table}:${rows} 行`,
  resealed: (rows: number, use: readonly KeyUse[]) =>
    `重新加密 ${rows} 行。${useOf(use)}\nSealed anew: ${rows} rows.`,
  filesSealed: (folder: string, files: number) =>
    `${folder}:加密或换用新密钥 ${files} 个文件。Files sealed or given the new key: ${files}.`,
  fileProgress: (files: number) => `  文件 ${files} 个`,
  spoilt: (folder: string, digests: readonly string[]) =>
    `${folder} 里有 ${digests.length} 个文件与其摘要不符(磁盘损坏或被改动),没有动它们:` +
    digests
      .slice(0, 20)
      .map((digest) => `\n  ${digest}`)
      .join(''),
  forgotten: (id: number) =>
    `第 ${id} 号密钥已移除。更早的备份仍要用旧的 keys.json 才能打开,请与备份一同保存。\n` +
    `Key ${id} is gone. Older backups open only with the keys.json of their time.`,
  unknown: (id: number) => `keys.json 里没有第 ${id} 号密钥。There is no key ${id}.`,
  newest: (id: number) =>
    `第 ${id} 号密钥正在使用,不能移除。请先运行 npm run -s keys:rotate。Key ${id} is the one that encrypts.`,
  tooSoon: (minutes: number) =>
    `keys.json 刚刚改动过,请过 ${minutes} 分钟再移除旧密钥。Wait ${minutes} minutes after the last change of the key file.`,
  inUse: (id: number, use: readonly KeyUse[]) =>
    `还有数据由第 ${id} 号密钥加密,不能移除。请先运行 npm run -s keys:reseal。${useOf(use)}\nRows are still sealed with key ${id}.`,
} as const;

const useOf = (use: readonly KeyUse[]): string =>
  use.map(({ table, keyId, rows }) => `\n  ${table}:第 ${keyId} 号 ${rows} 行`).join('');
