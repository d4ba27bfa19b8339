import type { PeerRow } from '../../src/modules/exchange/peers.repo.ts';
import { registerPeer as register } from '../../src/modules/exchange/peers.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { encrypt } from '../../src/platform/secrets.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import type { OtherSide } from './other-side.ts';

/** Makes the other side known to the server. */
export async function registerPeer(
  server: TestServer,
  { code, ownCode, secret }: OtherSide,
  more: Partial<PeerRow> = {},
): Promise<void> {
  await transact(server.runtime, systemActor, (ctx) =>
    register(ctx, {
      code,
      name: '示例对接方',
      adapter: 'webhook',
      net: null,
      unit_code: null,
      base_url: 'http://127.0.0.1:9',
      own_code: ownCode,
      scheme: 'hmac-sha256',
      secret_enc: encrypt(ctx.keys, secret),
      peer_key: null,
      is_on: true,
      per_minute: 10_000,
      ...more,
    }),
  );
}
