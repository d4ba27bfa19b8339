import { existsSync, readdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';

export interface Config {
  readonly city: string;
  /** Null: the program starts its own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where people outside reach it: what links in messages begin with. Null: this machine, for a demo. */
  readonly publicAddress: string | null;
  /** Proxies whose word is taken for where a request comes from; none: nobody's. */
  readonly trustedProxies: readonly string[];
  /** Private networks that webhooks may be sent into. */
  readonly hookNetworks: readonly string[];
  /** Private networks that systems we exchange with may stand in. */
  readonly peerNetworks: readonly string[];
  readonly dataFolder: string;
  readonly clock: 'system' | 'virtual';
  /** What an empty database gets besides the city's data: some weeks of invented orders, or only people who can sign in. */
  readonly demo: 'full' | 'accounts-only';
  /** Where a virtual clock starts in an empty database. */
  readonly clockStart: Date | null;
  /** Address of map tiles with {z}/{x}/{y}; null: maps show our own points only. */
  readonly mapTiles: string | null;
  /** 统一身份: the file that says how people sign in with a directory outside; null: with accounts of ours only. */
  readonly directoryFile: string | null;
  /** 通知: the file that says by whom messages leave; null: by nobody, the twins show them. */
  readonly noticesFile: string | null;
  /** Where folders of peers lie that exchange files; null: none does. */
  readonly exchangeFolder: string | null;
  /** 备份: where backups lie and the log and uploads are copied to as they are written; null: only when asked. */
  readonly backupFolder: string | null;
  /** 锚点: a second folder anchors are written to, one that nobody can change afterwards; null: the data folder only. */
  readonly anchorsFolder: string | null;
  readonly publicPerMinute: number;
  /** A whole centre may stand behind one address; how often one account is tried is another matter. */
  readonly signInsPerMinute: number;
  readonly runs: { readonly web: boolean; readonly worker: boolean };
}

export const projectRoot = join(import.meta.dirname, '../../..');

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** 'https://12345.example.gov.cn': nothing behind the host, for the pages' addresses follow it. */
const origin = z
  .url({ protocol: /^https?$/ })
  .transform((address) => address.replace(/\/$/, ''))
  .refine((address) => new URL(address).origin === address, {
    error: '只写到主机名或端口,后面不带路径。Scheme, host and port only.',
  });

const networks = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .refine((list) => list.every(isNetwork), {
    error: '逗号分隔的 IP 地址或网段,例如 10.0.0.5,192.168.1.0/24。Addresses or networks.',
  });

function isNetwork(said: string): boolean {
  const [address = '', bits, ...more] = said.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits === undefined) return longest > 0;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= longest;
}

const settings = z.object({
  MINSHENG_CITY: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('zhangzhou'),
  DATABASE_URL: z.string().min(1).nullable().default(null),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(12345),
  MINSHENG_PUBLIC_ADDRESS: origin.nullable().default(null),
  MINSHENG_TRUST_PROXY: networks.default([]),
  MINSHENG_HOOK_NETWORKS: networks.default([]),
  MINSHENG_PEER_NETWORKS: networks.default([]),
  MINSHENG_DATA: z.string().min(1).nullable().default(null),
  MINSHENG_CLOCK: z.enum(['system', 'virtual']).default('system'),
  MINSHENG_DEMO: z.enum(['full', 'accounts-only']).default('full'),
  MINSHENG_CLOCK_START: z.iso.datetime({ offset: true }).nullable().default(null),
  MINSHENG_MAP_TILES: z.url().nullable().default(null),
  MINSHENG_DIRECTORY: z.string().min(1).nullable().default(null),
  MINSHENG_NOTICES: z.string().min(1).transform(folderOf).nullable().default(null),
  MINSHENG_EXCHANGE_FOLDER: z.string().min(1).transform(folderOf).nullable().default(null),
  MINSHENG_BACKUP: z.string().min(1).transform(folderOf).nullable().default(null),
  MINSHENG_ANCHORS: z.string().min(1).transform(folderOf).nullable().default(null),
  MINSHENG_PUBLIC_PER_MINUTE: z.coerce.number().int().positive().default(120),
  MINSHENG_SIGN_INS_PER_MINUTE: z.coerce.number().int().positive().default(60),
});

/** Read once, at start-up; everything else is given what it needs. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(said);
  if (!parsed.success) throw new Error(wrongSettings(parsed.error));
  const { data } = parsed;
  const config: Config = {
    city: data.MINSHENG_CITY,
    databaseUrl: data.DATABASE_URL,
    host: data.HOST,
    port: data.PORT,
    publicAddress: data.MINSHENG_PUBLIC_ADDRESS,
    trustedProxies: data.MINSHENG_TRUST_PROXY,
    hookNetworks: data.MINSHENG_HOOK_NETWORKS,
    peerNetworks: data.MINSHENG_PEER_NETWORKS,
    dataFolder: folderOf(data.MINSHENG_DATA ?? join('.data', data.MINSHENG_CITY)),
    clock: data.MINSHENG_CLOCK,
    demo: data.MINSHENG_DEMO,
    clockStart: data.MINSHENG_CLOCK_START ? new Date(data.MINSHENG_CLOCK_START) : null,
    mapTiles: data.MINSHENG_MAP_TILES,
    directoryFile: data.MINSHENG_DIRECTORY === null ? null : folderOf(data.MINSHENG_DIRECTORY),
    noticesFile: data.MINSHENG_NOTICES,
    exchangeFolder: data.MINSHENG_EXCHANGE_FOLDER,
    backupFolder: data.MINSHENG_BACKUP,
    anchorsFolder: data.MINSHENG_ANCHORS,
    publicPerMinute: data.MINSHENG_PUBLIC_PER_MINUTE,
    signInsPerMinute: data.MINSHENG_SIGN_INS_PER_MINUTE,
    runs: runsOf(args),
  };
  refuseLooseClock(config, data.MINSHENG_DATA);
  refuseUnknownCity(config.city);
  refuseMessagesToInvented(config);
  return config;
}

function folderOf(path: string): string {
  return isAbsolute(path) ? path : join(projectRoot, path);
}

function wrongSettings(error: z.ZodError): string {
  const lines = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  return `设置有误,请改正后重新启动。Settings are wrong:\n${lines.join('\n')}`;
}

function runsOf(args: readonly string[]): Config['runs'] {
  const unknown = args.find((arg) => !arg.startsWith('--run='));
  if (unknown !== undefined)
    throw new Error(`不认识的参数 ${unknown}。Unknown argument ${unknown}: only --run=web,worker.`);
  const said = args.find((arg) => arg.startsWith('--run='))?.slice('--run='.length);
  const parts = said === undefined ? ['web', 'worker'] : said.split(',');
  if (parts.some((part) => part !== 'web' && part !== 'worker')) {
    throw new Error('--run 只能是 web、worker 或 web,worker。--run takes web, worker or both.');
  }
  return { web: parts.includes('web'), worker: parts.includes('worker') };
}

function refuseUnknownCity(city: string): void {
  const folder = join(projectRoot, 'cities');
  if (existsSync(join(folder, city, 'city.json'))) return;
  const known = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'city.json')));
  throw new Error(
    `没有城市 ${city}。MINSHENG_CITY 可以是:${known.join('、')}。There is no city ${city}: ${known.join(', ')}.`,
  );
}

/** The demo's numbers are invented, and may be somebody's. */
function refuseMessagesToInvented({ noticesFile, demo }: Config): void {
  if (noticesFile === null || demo === 'accounts-only') return;
  throw new Error(
    '真正外发通知(MINSHENG_NOTICES)时,须设 MINSHENG_DEMO=accounts-only:演示工单里的号码是虚构的。' +
      ' Messages that really leave need MINSHENG_DEMO=accounts-only.',
  );
}

/** A clock anybody can move must never be reachable from outside, nor touch real data. */
function refuseLooseClock({ clock, host, runs }: Config, saidFolder: string | null): void {
  if (clock === 'system') return;
  if (loopback.includes(host) && saidFolder !== null && runs.web && runs.worker) return;
  throw new Error(
    '虚拟时钟只用于测试:须监听本机地址,用 MINSHENG_DATA 指定专用数据目录,并同时运行 web 和 worker。' +
      ' A virtual clock needs a loopback HOST, a MINSHENG_DATA of its own, and both web and worker.',
  );
}
