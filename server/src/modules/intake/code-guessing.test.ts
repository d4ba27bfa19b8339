import { expect, test } from 'vitest';
import { inCity, testServer } from '../../../test/kit.ts';
import { anonymousFrom } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { transact } from '../../platform/transact.ts';
import { trackAppeal, tryAppealCode } from './by-code.ts';
import { sendAppeal } from './send-appeal.ts';

const home = '203.0.113.7';
const wrongCode = { code: 'public.wrong-code' };

const lamp = {
  content: '小区门口的路灯坏了,晚上很黑。',
  address: '',
  wantsSecrecy: false,
  noticeRead: true as const,
  uploads: [],
};

async function anAppeal({ as }: Kit): Promise<{ orderNo: string; code: string }> {
  const { orderNo, queryCode } = await as(anonymousFrom(home)).do(sendAppeal, lamp);
  return { orderNo, code: queryCode };
}

/** As the routes do it: tried in a transaction of its own, then opened. */
const tracking = async (kit: Kit, network: string, key: { orderNo: string; code: string }) => {
  const somebody = kit.as(anonymousFrom(network));
  await somebody.do(tryAppealCode, key);
  return somebody.do(trackAppeal, key);
};

const wrong = (code: string) => (code === '00000000' ? '11111111' : '00000000');

/** Each of these networks tries five wrong codes. */
async function guessFrom(
  kit: Kit,
  key: { orderNo: string; code: string },
  networks: readonly string[],
): Promise<void> {
  for (const network of networks)
    for (let times = 1; times <= 5; times += 1)
      await expect(tracking(kit, network, { ...key, code: wrong(key.code) })).rejects.toMatchObject(
        wrongCode,
      );
}

const later = ({ clock, travelTo }: Kit, seconds: number) =>
  travelTo(new Date(clock.now().getTime() + seconds * 1000));

test(
  'whoever guesses shuts an order for themselves, never for its requester',
  inCity(async (kit) => {
    const key = await anAppeal(kit);
    const other = await anAppeal(kit);
    const guesser = '198.51.100.4';
    await guessFrom(kit, key, [guesser]);
    const tryFrom = (network: string, asked = key) => tracking(kit, network, asked);
    await expect(tryFrom(guesser)).rejects.toMatchObject({
      code: 'public.too-many-tries',
      facts: { minutes: 15 },
    });
    expect((await tryFrom(home)).orderNo).toBe(key.orderNo);
    expect((await tryFrom(guesser, other)).orderNo).toBe(other.orderNo);
    await later(kit, 15 * 60);
    expect((await tryFrom(guesser)).orderNo).toBe(key.orderNo);
  }),
);

test(
  'addresses of one household count as one',
  inCity(async (kit) => {
    const key = await anAppeal(kit);
    const addresses = [1, 2, 3, 4, 5].map((last) => `2001:db8:1:2::${last}`);
    for (const address of addresses)
      await expect(tracking(kit, address, { ...key, code: wrong(key.code) })).rejects.toMatchObject(
        wrongCode,
      );
    await expect(tracking(kit, '2001:db8:1:2::6', key)).rejects.toMatchObject({
      code: 'public.too-many-tries',
    });
  }),
);

test(
  'guessed at from everywhere, an order opens to the right code after a wait',
  inCity(async (kit) => {
    const key = await anAppeal(kit);
    const everywhere = Array.from({ length: 10 }, (_, at) => `198.51.100.${at}`);
    await guessFrom(kit, key, everywhere);
    const track = (code = key.code) => tracking(kit, home, { ...key, code });
    const wait = (seconds: number) => ({ code: 'public.slow-down', facts: { seconds } });
    await expect(track()).rejects.toMatchObject(wait(30));
    await later(kit, 20);
    await expect(track()).rejects.toMatchObject(wait(10));
    await later(kit, 10);
    expect((await track()).orderNo).toBe(key.orderNo);
    expect((await track()).orderNo).toBe(key.orderNo);
    await expect(track(wrong(key.code))).rejects.toMatchObject(wrongCode);
    await expect(track()).rejects.toMatchObject(wait(30));
    await later(kit, 30);
    expect((await track()).orderNo).toBe(key.orderNo);
  }),
);

test('forty wrong codes at once are five tries, and not one more', async () => {
  const server = await testServer();
  try {
    const from = <T>(network: string, work: (ctx: Context) => Promise<T>) =>
      transact(server.runtime, anonymousFrom(network), work);
    const { orderNo, queryCode } = await from(home, (ctx) => sendAppeal(ctx, lamp));
    const key = { orderNo, code: wrong(queryCode) };
    const guesser = '198.51.100.4';
    const said = await Promise.all(
      Array.from({ length: 40 }, async () => {
        try {
          await from(guesser, (ctx) => tryAppealCode(ctx, key));
          await from(guesser, (ctx) => trackAppeal(ctx, key));
          return 'opened';
        } catch (error) {
          return error instanceof Refusal ? error.code : 'fault';
        }
      }),
    );
    const count = (code: string) => said.filter((one) => one === code).length;
    expect([count('public.wrong-code'), count('public.too-many-tries')]).toEqual([5, 35]);
  } finally {
    await server.stop();
  }
});
