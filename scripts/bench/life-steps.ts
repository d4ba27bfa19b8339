import { z } from 'zod';
import { inventedPhoneOf } from '../../server/src/demo/invented.ts';
import { signIn } from '../../stories/kit/person.ts';
import type { Server } from '../../stories/kit/server.ts';
import { aLane } from './invented-lanes.ts';
import { type Answer, type KeepAlive, keepAlive } from './keep-alive.ts';

export type Times = Map<string, number[]>;

export interface Life {
  /** create → dispatch → sign → submit → search. Throws at the first answer that is not the expected one. */
  whole(client: number, times: Times | null): Promise<void>;
  /** A life that stops there; answers the order. */
  upTo(client: number, last: LifeStep, times: Times | null): Promise<string>;
}

export type LifeStep = 'create' | 'dispatch' | 'sign' | 'submit';

const lead = '350600.zjj';
/** 地名门牌: a matter whose answer needs neither photos nor a telephone call. */
const matterCode = '150204';
const areaCode = '350602001000';

const created = z.object({ orderId: z.string(), status: z.literal('to-dispatch') });
const sent = z.object({
  assignments: z.tuple([z.object({ id: z.string(), role: z.literal('lead') })]),
});
const signed = z.object({ isLate: z.literal(false) });
const submitted = z.object({ state: z.literal('submitted') });
const found = z.object({ rows: z.array(z.object({ id: z.string() })) });

export async function lifeOf(server: Server): Promise<Life> {
  const agent = await signIn(server, 'agent');
  const dispatcher = await signIn(server, 'dispatcher');
  const unit = await signIn(server, 'zjj-liaison');
  const clients = new Map<number, KeepAlive>();
  const callerOf = (client: number): KeepAlive => {
    const known = clients.get(client) ?? keepAlive(server.url);
    clients.set(client, known);
    return known;
  };
  async function create(client: number, times: Times | null) {
    const lane = aLane();
    const body = appeal(lane, client);
    const order = await step(times, 'create', created, () =>
      callerOf(client)('POST', '/intake/orders', agent.token, body),
    );
    return { lane, orderId: order.orderId };
  }
  async function upTo(client: number, last: LifeStep, times: Times | null) {
    const call = callerOf(client);
    const made = await create(client, times);
    const { lane, orderId } = made;
    if (last === 'create') return made;
    const { assignments } = await step(times, 'dispatch', sent, () =>
      call('POST', `/dispatch/${orderId}/send`, dispatcher.token, { lead }),
    );
    if (last === 'dispatch') return made;
    const duty = `/handling/${orderId}/assignments/${assignments[0].id}`;
    await step(times, 'sign', signed, () => call('POST', `${duty}/sign`, unit.token, {}));
    if (last === 'sign') return made;
    await step(times, 'submit', submitted, () =>
      call('POST', `${duty}/submit`, unit.token, answer(lane)),
    );
    return made;
  }
  async function whole(client: number, times: Times | null): Promise<void> {
    const { lane, orderId } = await upTo(client, 'submit', times);
    const q = new URLSearchParams({ q: lane });
    const { rows } = await step(times, 'search', found, () =>
      callerOf(client)('GET', `/orders?${q}`, agent.token),
    );
    if (!rows.some(({ id }) => id === orderId))
      throw new Error(`search: the order of ${lane} is not among ${rows.length} found`);
  }
  return {
    whole,
    upTo: async (client, last, times) => (await upTo(client, last, times)).orderId,
  };
}

async function step<T>(
  times: Times | null,
  name: string,
  expected: z.ZodType<T>,
  call: () => Promise<Answer>,
): Promise<T> {
  const from = performance.now();
  const { status, body } = await call();
  const ms = performance.now() - from;
  const read = expected.safeParse(body);
  if (status !== 200 || !read.success)
    throw new Error(`${name}: ${status} ${JSON.stringify(body).slice(0, 200)}`);
  if (times) keep(times, name, ms);
  return read.data;
}

function keep(times: Times, name: string, ms: number): void {
  const known = times.get(name);
  if (known) known.push(ms);
  else times.set(name, [ms]);
}

let callers = 0;

export function appeal(lane: string, client: number): unknown {
  callers += 1;
  return {
    content: `请问${lane}的门牌怎么申请换新?原来的牌子被台风吹掉了,快递和外卖总是送错门。`,
    type: 'QZ',
    matterCode,
    areaCode,
    address: lane,
    fields: { name_topic: 'plate' },
    requester: { name: '测试诉求人', phone: inventedPhoneOf(`bench ${client} ${callers % 5000}`) },
    result: 'dispatch',
  };
}

const answer = (lane: string): unknown => ({
  isTrue: 'true',
  isSolved: 'solved',
  process: `已到${lane}核实门牌缺失,按原编号重新制作并安装。`,
  publicAnswer: `您反映的${lane}门牌已补装完毕,感谢您的反映。`,
});
