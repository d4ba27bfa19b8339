import { city, intake, nodes, orders, telephony } from '@minsheng/contract';
import { inventedPerson } from '../server/src/demo/invented.ts';
import type { Person } from './kit/person.ts';
import type { Stage, Story } from './kit/story.ts';

const site = { name: '示例一中考点', lng: 117.652, lat: 24.513, radius: 500 };
const others = [
  { name: '示例二中考点', lng: 117.61, lat: 24.54, radius: 500 },
  { name: '示例职校考点', lng: 117.7, lat: 24.49, radius: 500 },
];
const at = (local: string): string => new Date(`${local}:00+08:00`).toISOString();
const hours = ['07', '08'].flatMap((day) => [
  { from: at(`2026-06-${day}T09:00`), to: at(`2026-06-${day}T11:30`) },
  { from: at(`2026-06-${day}T15:00`), to: at(`2026-06-${day}T17:00`) },
]);
/** No word of an examination: the place and the hour alone tell. */
const words = '楼下店铺把音响开得很大,吵得人没法待,跟店家说了也不听。';
const fields = {
  happening_now: true,
  noise_maker: 'business',
  noise_hours: '上午',
  business_kind: 'shop',
};
const bureaus = ['gaj', 'cgj', 'zjj', 'sthj'].map((slug) => `350600.${slug}`);

const metresPerDegree = 111_320;
const east = (metres: number) => ({
  lng: site.lng + metres / (metresPerDegree * Math.cos((site.lat * Math.PI) / 180)),
  lat: site.lat,
});

/** 考点静音 (M3-9): five hundred metres and an hour decide whether the same noise is an emergency. */
export const examNoise: Story = {
  name: 'exam-noise',
  title: 'noise round an examination, Zhangzhou',
  city: 'zhangzhou',
  startsAt: '2026-06-06T10:00:00+08:00',
  tell: async (stage) => {
    const [agent, analyst] = await Promise.all([stage.person('agent'), stage.person('analyst')]);
    const nodeId = await loaded(stage, analyst);
    const tell = teller(stage, agent);
    await stage.clock.advanceTo(new Date('2026-06-07T09:40:00+08:00'));
    const near = await inside(stage, agent, tell);
    stage.checks.chapter('Ten metres further, and a day later');
    const far = await ordinary(stage, agent, tell, 'at 510 m', 510);
    await stage.clock.advanceTo(new Date('2026-06-09T09:40:00+08:00'));
    const late = await ordinary(stage, agent, tell, 'two days later, at the same place', 480);
    await onTheMap(stage, analyst, { nodeId, near, far, late });
  },
};

async function loaded({ checks }: Stage, analyst: Person): Promise<string> {
  checks.chapter('Sites and hours are loaded before the day');
  const { nodeId } = await analyst.call(nodes.openNode, { code: 'gaokao', year: 2026 });
  const sites = [site, ...others];
  const outside = [{ from: at('2026-07-01T09:00'), to: at('2026-07-01T11:30') }];
  const refused = await analyst.refusal(nodes.putQuiet, { nodeId, sites, hours: outside });
  checks.same('hours outside the window are refused', refused, 'nodes.bad-hours');
  await analyst.call(nodes.putQuiet, { nodeId, sites, hours });
  const quiet = await analyst.call(nodes.readQuiet, { nodeId });
  checks.same('three sites, four spans', [quiet.sites.length, quiet.hours.length], [3, 4]);
  return nodeId;
}

type Tell = (seed: string, metres: number) => Promise<string>;

/** By telephone, as an agent writes it down: a shop's noise, marked on the map. */
const teller =
  ({ checks }: Stage, agent: Person): Tell =>
  async (seed, metres) => {
    const { phone, name } = inventedPerson(`story-exam-${seed}`);
    const { id } = await agent.call(telephony.ringDemoCall, { number: phone });
    await agent.call(telephony.answerCall, { callId: id });
    const towns = await agent.call(city.listAreas, { parent: '350602' });
    const order = await agent.call(intake.createOrder, {
      callId: id,
      content: words,
      type: 'TS',
      matterCode: '040302',
      areaCode: towns.rows[0]?.code ?? '',
      address: '示例路',
      fields: { ...fields },
      point: east(metres),
      requester: { name },
      result: 'dispatch',
    });
    await agent.call(telephony.endCall, { callId: id });
    checks.that(`${seed}: written down as ${order.orderNo}`, order.orderNo !== '');
    return order.orderId;
  };

async function inside({ checks, clock }: Stage, agent: Person, tell: Tell): Promise<string> {
  checks.chapter('Within the ring, in the hours of quiet');
  const asked = { content: words, matterCode: '040302', point: east(480) };
  const assessed = await agent.call(intake.assessAppeal, asked);
  checks.same('while typing it is immediate', assessed.urgency, 'U1');
  const orderId = await tell('480 m', 480);
  await clock.advance(1);
  const page = await agent.call(orders.orderPage, { orderId });
  checks.same('it is immediate', page.urgency, 'U1');
  const sent = page.assignments.filter(({ unit }) => bureaus.includes(unit.code));
  checks.same(
    'four bureaus have it',
    sent.map(({ unit }) => unit.code).toSorted(),
    bureaus.toSorted(),
  );
  checks.same('at the same instant', new Set(sent.map(({ sentAt }) => sentAt)).size, 1);
  const leads = page.assignments.filter(({ role }) => role === 'lead');
  checks.same('and somebody leads', leads.length, 1);
  return orderId;
}

async function ordinary(
  { checks, clock }: Stage,
  agent: Person,
  tell: Tell,
  where: string,
  metres: number,
): Promise<string> {
  const orderId = await tell(where, metres);
  await clock.advance(1);
  const { urgency, assignments } = await agent.call(orders.orderPage, { orderId });
  checks.that(`${where}: the same noise is no emergency`, urgency !== 'U1', urgency);
  checks.same(`${where}: nobody is called out`, assignments.length, 0);
  return orderId;
}

interface Told {
  readonly nodeId: string;
  readonly near: string;
  readonly far: string;
  readonly late: string;
}

async function onTheMap({ checks }: Stage, analyst: Person, told: Told): Promise<void> {
  checks.chapter('The map of noise');
  const { orders: shown } = await analyst.call(nodes.readQuiet, { nodeId: told.nodeId });
  const of = (id: string) => {
    const one = shown.find((row) => row.id === id);
    return one && [one.site, one.isInHours];
  };
  checks.same('within the ring, in its hours', of(told.near), [site.name, true]);
  checks.same('outside every ring', of(told.far), [null, false]);
  checks.same('within the ring, too late', of(told.late), [site.name, false]);
}
