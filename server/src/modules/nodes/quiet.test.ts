import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { createOrder, deskOrders } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { ofOrder } from '../dispatch/index.ts';
import { openNode } from './open-node.ts';
import { putQuiet, readQuiet } from './quiet.ts';
import './index.ts';

const site = { name: '示例一中考点', lng: 117.652, lat: 24.513, radius: 500 };
const at = (hour: string) => new Date(`2026-06-07T${hour}:00+08:00`);
const hours = [{ from: at('09:00').toISOString(), to: at('11:30').toISOString() }];
const noise = {
  content: '楼下店铺把音响开得很大,吵得人没法待。',
  type: 'TS' as const,
  matterCode: '040302',
  areaCode: '350602001000',
  address: '示例路',
  fields: {
    ...{ happening_now: true, noise_maker: 'business', noise_hours: '上午' },
    business_kind: 'shop',
  },
  fileIds: [],
  anonymous: false,
  secrecy: 0 as const,
  needsReply: true,
  needsCallBack: true,
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf('noise') },
  result: 'dispatch' as const,
};

test(
  'noise in a ring and its hours is immediate and reaches four bureaus; the map says which orders lie where',
  inCity(async ({ as, ctx, drain, travelTo }) => {
    const analyst = as('analyst');
    const { nodeId } = await analyst.do(openNode, { code: 'gaokao', year: 2026 });
    const late = [{ from: '2026-07-01T01:00:00Z', to: '2026-07-01T02:00:00Z' }];
    await expect(
      analyst.do(putQuiet, { nodeId, sites: [site], hours: late }),
    ).rejects.toMatchObject({ code: 'nodes.bad-hours' });
    await analyst.do(putQuiet, { nodeId, sites: [site], hours });

    await travelTo(at('09:30'));
    const agent = as('agent');
    const tell = (lng: number) =>
      agent.do(createOrder, { ...noise, point: { lng, lat: site.lat } });
    const near = await tell(site.lng + 0.004);
    const far = await tell(site.lng + 0.006);
    expect([near.urgency, far.urgency === 'U1']).toEqual(['U1', false]);
    await travelTo(at('09:32'));
    await drain();
    const units = (await ofOrder(ctx, near.orderId)).map(({ unit_code }) => unit_code);
    for (const slug of ['gaj', 'cgj', 'zjj', 'sthj']) expect(units).toContain(`350600.${slug}`);
    const waiting = await as('dispatcher').do(deskOrders, { desk: 'to-dispatch' as const });
    expect(waiting.rows.map(({ id }) => id)).toEqual([far.orderId]);

    await travelTo(at('11:30'));
    const over = await tell(site.lng);
    expect(over.urgency).not.toBe('U1');
    const { orders } = await analyst.do(readQuiet, { nodeId });
    expect(orders.map(({ id, site: of, isInHours }) => [id, of, isInHours])).toEqual([
      [over.orderId, site.name, false],
      [far.orderId, null, false],
      [near.orderId, site.name, true],
    ]);
  }),
);
