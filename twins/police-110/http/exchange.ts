import type { IncomingMessage } from 'node:http';
import { realSeconds } from '../clock.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/database.ts';
import { fileOf, keepFile } from '../store/files.repo.ts';
import { spoken } from '../wire/envelope.ts';
import { Refused } from '../wire/refused.ts';
import { shareSaid } from '../wire/share.ts';
import { isSame, sha256, signAnswered, signAsked } from '../wire/signature.ts';
import { playByItself } from '../work/auto.ts';
import { receive } from '../work/receive.ts';
import { dayPage } from '../work/reconcile.ts';
import { giveRows, hearShare } from '../work/shares.ts';
import { bodyOf, headerOf, json, type Reply } from './request.ts';

export const basePath = '/exchange/v1';
const messageBytes = 1_048_576;
const fileBytes = 20 * 1_048_576;
const skewSeconds = 300;

interface Asked {
  readonly store: Store;
  readonly settings: Settings;
  readonly request: IncomingMessage;
  /** Below the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The resources of docs/exchange.md, and nothing else. */
export async function exchange(asked: Asked): Promise<Reply> {
  const { settings, request, path } = asked;
  if (path === '/health' && request.method === 'GET')
    return json(200, { ok: true, versions: spoken, time: realSeconds() });
  const most = path.startsWith('/files/') ? fileBytes : messageBytes;
  const body = await bodyOf(request, most);
  const signature = checkedSignature(asked, body);
  const reply = refusedAsReply(() => resource(asked, body));
  const time = String(realSeconds());
  const { status } = reply;
  const signed = { status, requestSignature: signature, time, body: reply.body };
  return {
    ...reply,
    headers: { 'x-time': time, 'x-signature': signAnswered(settings.secret, signed) },
  };
}

/** 验签: who it is and that it is now, before anything is read. */
function checkedSignature({ settings, request }: Asked, body: Buffer): string {
  const [peer, time, signature] = ['x-peer', 'x-time', 'x-signature'].map((name) =>
    headerOf(request, name),
  );
  if (peer !== settings.peerCode)
    throw new Refused(401, 'unknown-peer', '没有登记这个对接方代码。', { field: 'X-Peer' });
  const { method = '', url = '' } = request;
  const expected = signAsked(settings.secret, { method, path: url, time: time ?? '', peer, body });
  if (!isSame(expected, signature ?? ''))
    throw new Refused(401, 'signature', '签名不对,请核对密钥和签名原文。', {
      field: 'X-Signature',
    });
  const now = realSeconds();
  if (!(Math.abs(now - Number(time)) <= skewSeconds))
    throw new Refused(401, 'clock', '时间相差超过 300 秒,请校准时钟。', {
      field: 'X-Time',
      more: { time: now },
    });
  return signature ?? '';
}

function resource({ store, settings, request, path, query }: Asked, body: Buffer): Reply {
  const [, name = '', key = ''] =
    /^\/(messages|files|days|shares)(?:\/([^/]+))?(?:\/rows)?$/.exec(path) ?? [];
  switch (`${request.method} ${name}`) {
    case 'POST messages':
      return take(store, settings, body);
    case 'PUT files':
      return putFile(store, key, body);
    case 'GET files':
      return getFile(store, key);
    case 'GET days':
      return json(200, dayPage(store, key, query.get('after') ?? ''));
    case 'POST shares':
      return json(200, hearShare(store, shareSaid.parse(JSON.parse(body.toString()))));
    case 'GET shares':
      return json(200, giveRows(store, key, query.get('after') ?? ''));
    default:
      throw new Refused(404, 'path', '没有这个地址。');
  }
}

function take(store: Store, { ownCode }: Settings, body: Buffer): Reply {
  const receipt = receive(store, ownCode, body.toString());
  if (receipt.number !== null) playByItself(store, ownCode, receipt.number);
  return json(200, receipt);
}

function putFile(store: Store, name: string, body: Buffer): Reply {
  if (sha256(body) !== name)
    throw new Refused(422, 'field', '内容与文件名中的摘要不符,请重新上传。', {
      field: 'sha256',
      more: { value: name.slice(0, 80) },
    });
  keepFile(store, name, body);
  return json(200, { sha256: name, size: body.length });
}

function getFile(store: Store, name: string): Reply {
  const bytes = fileOf(store, name);
  if (bytes === null) throw new Refused(404, 'no-file', '没有这个文件。');
  return { status: 200, type: 'application/octet-stream', body: Buffer.from(bytes) };
}

function refusedAsReply(work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return json(error.status, error.body());
    throw error;
  }
}
