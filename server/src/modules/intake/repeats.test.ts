import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { createOrder, likelyRepeats, orderPage } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import type { Kit } from '../../platform/testing/in-city.ts';

const phone = inventedPhoneOf('tells it again');
const requester = { kind: 'person' as const, isSelf: true, tags: [], phone };
const dayMs = 24 * 3_600_000;

const again = (kit: Pick<Kit, 'as'>, repeatOf: string) =>
  kit.as('agent').do(createOrder, {
    content: '路口的路灯还是不亮。',
    type: 'QZ',
    matterCode: '010105',
    areaCode: '350602001000',
    address: '胜利路',
    fields: { road_name: '胜利路', lamp_problem: 'off' },
    requester,
    anonymous: false,
    secrecy: 0,
    needsReply: true,
    needsCallBack: true,
    fileIds: [],
    result: 'dispatch',
    repeatOf,
  });

const urgings = async ({ ctx }: Pick<Kit, 'ctx'>, id: string) =>
  (await historyOf(ctx, { kind: 'order', id })).filter(({ type }) => type === 'intake.urged')
    .length;

test(
  'told again while it is open, the first order is urged, once a day',
  inCity(async (kit) => {
    const { orderId } = await kit.anOrder.inProgress({ requester });
    const repeat = await again(kit, orderId);
    expect(await urgings(kit, orderId)).toBe(1);
    await again(kit, orderId);
    expect(await urgings(kit, orderId)).toBe(1);
    const page = await kit.as('dispatcher').do(orderPage, { orderId: repeat.orderId });
    expect(page.repeatNo).toBe(1);
    const first = page.related.find(({ relation }) => relation === 'repeat-of');
    expect(first).toMatchObject({ orderId, meaning: 'urge' });
  }),
);

test(
  'told again within 90 days of its end, the first working is to be looked at again; later it is not offered',
  inCity(async (kit) => {
    const orderId = await kit.anOrder.closed({ requester });
    const offered = async () => {
      const { rows } = await kit.as('agent').do(likelyRepeats, { phone, matterCode: '010105' });
      return rows.filter(({ id }) => id === orderId).map(({ meaning }) => meaning);
    };
    expect(await offered()).toEqual(['review']);
    const repeat = await again(kit, orderId);
    expect(await urgings(kit, orderId)).toBe(0);
    const page = await kit.as('dispatcher').do(orderPage, { orderId: repeat.orderId });
    const first = page.related.find(({ relation }) => relation === 'repeat-of');
    expect(first).toMatchObject({ orderId, meaning: 'review' });
    await kit.travelTo(new Date(kit.clock.now().getTime() + 91 * dayMs));
    expect(await offered()).toEqual([]);
  }),
);

test(
  'what came long ago and is still open is offered too',
  inCity(async (kit) => {
    const { orderId } = await kit.anOrder.inProgress({ requester });
    await kit.travelTo(new Date(kit.clock.now().getTime() + 120 * dayMs));
    const { rows } = await kit.as('agent').do(likelyRepeats, { phone, matterCode: '010105' });
    expect(rows).toMatchObject([{ id: orderId, meaning: 'urge' }]);
  }),
);
