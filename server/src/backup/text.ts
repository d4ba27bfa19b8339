/** Sentences for whoever keeps and restores backups: Chinese first, the same in English after it. */
export const text = {
  usageBackup:
    '用法: npm run -s backup -- [--to 文件夹] [--keep 份数](没有 --to 时用 MINSHENG_BACKUP)\n' +
    'usage: npm run -s backup -- [--to FOLDER] [--keep N]; without --to it is MINSHENG_BACKUP',
  usageRestore:
    '用法: npm run -s restore -- --to 新数据文件夹 --keys keys.json [--from 备份文件夹] [--at 2026-05-01T02:00:00Z]\n' +
    'usage: npm run -s restore -- --to NEW-DATA-FOLDER --keys keys.json [--from BACKUPS] [--at INSTANT]',
  notOurs:
    '用 DATABASE_URL 的数据库请用它自己的备份办法(见 docs/operators.md)。\n' +
    'A database named by DATABASE_URL is backed up by its own means: docs/operators.md.',
  foreignBackups: (folder: string) =>
    `备份文件夹 ${folder} 属于另一个数据文件夹。恢复出来的数据库请另用一个备份文件夹。\n` +
    `The backup folder ${folder} belongs to another data folder. A restored database begins a backup folder of its own.`,
  noBackup: (folder: string) =>
    `${folder} 里还没有备份。请先运行 npm run -s backup。\nThere is no backup in ${folder} yet: npm run -s backup.`,
  noneBefore: (first: Date) =>
    `最早只能恢复到 ${first.toISOString()}。请给出更晚的时刻。\n` +
    `The earliest instant that can be restored is ${first.toISOString()}.`,
  notEmpty: (folder: string) =>
    `${folder} 里已经有数据库,恢复不会覆盖它。请换一个空文件夹。\n` +
    `There is a database in ${folder}, and a restore overwrites none. Name an empty folder.`,
  noKeys:
    '备份里没有密钥。请用 --keys 指出另外保存的 keys.json;没有它,姓名和电话永远打不开。\n' +
    'No key is in a backup. Name the keys.json you keep apart with --keys: without it names and numbers stay shut for ever.',
  otherKeys:
    '这份 keys.json 不是这个数据库的密钥:数据已恢复,但姓名和电话打不开。请放回原来的 keys.json。\n' +
    'This keys.json is not the key of the restored database: put the right one into the folder.',
  taken: (folder: string, megabytes: number, files: number) =>
    `备份完成:${folder}(数据库 ${megabytes} MB,文件 ${files} 个)。密钥 keys.json 不在其中,请另外保存。`,
  dropped: (count: number) => `删去更早的备份 ${count} 份,以及只有它们用得着的日志和文件。`,
  noLog:
    '没有设置 MINSHENG_BACKUP:这份备份只能恢复到它完成的时刻。要能恢复到任意时刻,请设置后重新启动。',
  restored: (at: Date | null) =>
    `恢复完成,最后一件事发生于 ${at === null ? '(没有事件)' : at.toISOString()}。`,
  short:
    '日志里没有晚于所给时刻的改动,已恢复到日志末尾。The log ends before that instant; all of it was read.',
  missing: (count: number) =>
    `有 ${count} 个上传文件不在备份里。${count} uploads are missing from the backup.`,
} as const;
