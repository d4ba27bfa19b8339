import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { anonymousFrom } from '../../platform/actor.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { trackAppeal } from './by-code.ts';
import { sendAppeal } from './send-appeal.ts';

const home = '203.0.113.7';
const wrongCode = { code: 'public.wrong-code' };

async function anAppeal({ as }: Kit): Promise<{ orderNo: string; code: string }> {
  const { orderNo, queryCode } = await as(anonymousFrom(home)).do(sendAppeal, {
    content: '小区门口的路灯坏了,晚上很黑。',
    address: '',
    wantsSecrecy: false,
    noticeRead: true,
    uploads: [],
  });
  return { orderNo, code: queryCode };
}

const wrong = (code: string) => (code === '00000000' ? '11111111' : '00000000');

/** Each of these networks tries five wrong codes. */
async function guessFrom(
  { as }: Kit,
  key: { orderNo: string; code: string },
  networks: readonly string[],
): Promise<void> {
  for (const network of networks)
    for (let times = 1; times <= 5; times += 1)
      await expect(
        as(anonymousFrom(network)).do(trackAppeal, { ...key, code: wrong(key.code) }),
      ).rejects.toMatchObject(wrongCode);
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
    const tryFrom = (network: string, asked = key) =>
      kit.as(anonymousFrom(network)).do(trackAppeal, asked);
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
      await expect(
        kit.as(anonymousFrom(address)).do(trackAppeal, { ...key, code: wrong(key.code) }),
      ).rejects.toMatchObject(wrongCode);
    await expect(
      kit.as(anonymousFrom('2001:db8:1:2::6')).do(trackAppeal, key),
    ).rejects.toMatchObject({ code: 'public.too-many-tries' });
  }),
);

test(
  'guessed at from everywhere, an order opens to the right code after a wait',
  inCity(async (kit) => {
    const key = await anAppeal(kit);
    const everywhere = Array.from({ length: 10 }, (_, at) => `198.51.100.${at}`);
    await guessFrom(kit, key, everywhere);
    const track = (code = key.code) =>
      kit.as(anonymousFrom(home)).do(trackAppeal, { ...key, code });
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
