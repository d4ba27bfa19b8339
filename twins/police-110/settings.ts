import { parseArgs } from 'node:util';

/** What the program is told when it starts: as `--name value`, or POLICE_110_NAME in the environment. */
export interface Settings {
  readonly port: number;
  readonly dataFolder: string;
  readonly ownCode: string;
  readonly peerCode: string;
  readonly peerUrl: string;
  readonly secret: string;
}

export const usage = `npm run police-110 -- [--port 12110] [--data .data/police-110] [--code police-110]
  [--peer-code minsheng-zhangzhou] [--peer-url http://127.0.0.1:12345/api/exchange/v1] --secret WORDS
每一项也可以写在环境变量里,例如 POLICE_110_SECRET。`;

export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      code: { type: 'string' },
      'peer-code': { type: 'string' },
      'peer-url': { type: 'string' },
      secret: { type: 'string' },
    },
  });
  const said = (name: keyof typeof values, otherwise: string): string =>
    values[name] ?? env[`POLICE_110_${name.replace('-', '_').toUpperCase()}`] ?? otherwise;
  const port = Number(said('port', '12110'));
  const secret = said('secret', '');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('port?');
  if (secret.length < 16) throw new Error('secret: 16 characters at least, the same on both sides');
  return {
    port,
    secret,
    dataFolder: said('data', '.data/police-110'),
    ownCode: said('code', 'police-110'),
    peerCode: said('peer-code', 'minsheng-zhangzhou'),
    peerUrl: said('peer-url', 'http://127.0.0.1:12345/api/exchange/v1'),
  };
}
