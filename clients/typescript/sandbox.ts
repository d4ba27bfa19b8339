import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** 沙箱: the demo on one's own machine. Its administrator makes a machine account for the unit, and a key. */
export async function keyOfSandbox(url: string, dataFolder: string): Promise<string> {
  const kept = join(dataFolder, 'demo-accounts.json');
  if (!existsSync(kept))
    throw new Error(
      `没有找到演示账号 ${kept}:请先在另一个窗口运行 npm start,数据不在默认文件夹时用 --data 指明;接别的城市用 --url 和 --key。`,
    );
  const accounts: unknown = JSON.parse(readFileSync(kept, 'utf8'));
  const admin = Array.isArray(accounts) ? accounts.find(({ login }) => login === 'admin') : null;
  if (!admin) throw new Error(`No demo administrator in ${dataFolder}.`);
  const { login, password } = admin;
  const { token } = await post(url, '/sign-in', { login, password }, null);
  const { unit } = Array.isArray(accounts)
    ? accounts.find(({ login: name }) => name === 'zjj-handler')
    : admin;
  const { accountId } = await post(
    url,
    '/accounts',
    {
      login: `district-${crypto.randomUUID().slice(0, 8)}`,
      name: '示例区县系统',
      unit,
      roles: ['machine'],
      narrowedTo: null,
      outsourced: false,
      phone: null,
    },
    token ?? '',
  );
  const made = await post(
    url,
    `/accounts/${accountId}/keys`,
    {
      name: '示例区县系统',
      scopes: ['orders:read', 'orders:work', 'changes:read'],
      perMinute: 600,
      perDay: 50_000,
      lastOn: null,
    },
    token ?? '',
  );
  return made.key ?? '';
}

async function post(
  url: string,
  path: string,
  body: object,
  token: string | null,
): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
  return Object(said);
}
