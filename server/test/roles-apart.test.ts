import { setTimeout as pause } from 'node:timers/promises';
import { city, dispatch, handling, identity, intake, signIn as sessions } from '@minsheng/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveStream, openStream } from '../../stories/kit/live-stream.ts';
import { passwordOf } from '../../stories/kit/person.ts';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { call, Refused } from './kit.ts';
import { type Programs, startPrograms } from './roles-apart/programs.ts';
import { settled, tracesOf } from './roles-apart/traces.ts';

let programs: Programs;
let one: string;
let other: string;
let database: pg.Client;
const tokens = new Map<string, string>();

beforeAll(async () => {
  programs = await startPrograms();
  [one, other] = programs.webs;
  database = new pg.Client({ connectionString: programs.databaseUrl });
  await database.connect();
  for (const login of ['agent', 'dispatcher', 'zjj-liaison', 'admin'])
    tokens.set(login, await signInAt(one, login));
}, 400_000);
afterAll(async () => {
  await database?.end();
  await programs?.stop();
}, 60_000);

/** What the program's own people know of where their passwords lie. */
const wordOf = (login: string): string => {
  const nothing = async () => undefined;
  const stands = { stop: nothing, kill: nothing, startAgain: nothing };
  return passwordOf({ url: one, dataFolder: programs.dataFolder, pid: 0, ...stands }, login);
};
const signInAt = async (web: string, login: string) =>
  (await call(web, identity.signIn, { login, password: wordOf(login) })).token;
const as = (login: string) => ({ token: tokens.get(login) ?? '' });
const refusedAs = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );

const lead = '350600.zjj';
const appealAt = (place: string) => ({
  matterCode: '150204',
  areaCode: '350602001000',
  fields: { name_topic: 'plate' },
  type: 'QZ' as const,
  content: `请问${place}的门牌怎么申请换新?原来的牌子被台风吹掉了。`,
  address: place,
  requester: { name: '测试诉求人', phone: inventedPhoneOf(place) },
  result: 'dispatch' as const,
});

/** Each step at the other web than the step before. */
async function live(no: number): Promise<{ orderId: string; orderNo: string }> {
  const [here, there] = no % 2 === 0 ? [one, other] : [other, one];
  const order = await call(here, intake.createOrder, appealAt(`示例路${no}号`), as('agent'));
  const { orderId } = order;
  const { assignments } = await call(there, dispatch.send, { orderId, lead }, as('dispatcher'));
  const duty = { orderId, assignmentId: assignments[0]?.id ?? '' };
  await call(here, handling.sign, duty, as('zjj-liaison'));
  await call(
    there,
    handling.submit,
    {
      ...duty,
      isTrue: 'true',
      isSolved: 'solved',
      process: '已到现场核实门牌缺失,按原编号重新制作并安装。',
      publicAnswer: '您反映的门牌已补装完毕,感谢您的反映。',
    },
    as('zjj-liaison'),
  );
  return order;
}

describe('two web and two worker processes on one database', () => {
  test('orders go through both, each with a number of its own; what follows of them is done once', async () => {
    const orders = await Promise.all(Array.from({ length: 24 }, (_, no) => live(no)));
    expect(new Set(orders.map(({ orderNo }) => orderNo)).size).toBe(24);
    await settled(database);
    const lived = await tracesOf(database);
    expect(lived).toEqual([{ orders: 24, traces: expect.stringContaining(' x1') }]);
    expect(lived[0]?.traces).not.toMatch(/ x[2-9]/);
    const { rows: workers } = await database.query(
      `select from pg_locks
       where locktype = 'advisory' and classid::bigint = hashtext('minsheng.worker')::bigint & 4294967295`,
    );
    expect(workers, 'both workers were there').toHaveLength(2);
  }, 120_000);

  test('the same request sent to both at once is done once, and both get the one answer', async () => {
    const wishes = { ...as('agent'), idempotencyKey: 'both-webs-at-once' };
    const [first, second] = await Promise.all(
      [one, other].map((web) => call(web, intake.createOrder, appealAt('示例路口'), wishes)),
    );
    expect(second).toEqual(first);
  });

  test('what happens at one is heard by a console that hangs at the other', async () => {
    const heard: LiveStream[] = [];
    for (const web of [one, other])
      heard.push(await openStream(web, as('dispatcher').token, ['desk:to-dispatch']));
    await pause(1000);
    for (const [no, web] of [one, other].entries()) {
      const ears = heard.map((stream) =>
        stream.next((topic) => topic === 'desk:to-dispatch', 5000),
      );
      await call(web, intake.createOrder, appealAt(`示例街${no}号`), as('agent'));
      for (const ms of await Promise.all(ears)) expect(ms).not.toBeNull();
    }
    for (const stream of heard) await stream.close();
  }, 30_000);

  test("a change of the city's data at one is read at the other at once, although both keep it in memory", async () => {
    const code = '150204';
    const labelAt = async (web: string) =>
      (await call(web, city.matterDetail, { code }, as('agent'))).fields.find(
        (field) => field.code === 'name_topic',
      );
    const before = await labelAt(other);
    expect(await labelAt(one)).toEqual(before);
    if (!before) throw new Error('The matter has no such field.');
    await call(
      one,
      city.setMatterField,
      { matter: code, ...before, label: '门牌的事' },
      as('admin'),
    );
    expect((await labelAt(other))?.label).toBe('门牌的事');
    await call(other, city.setMatterField, { matter: code, ...before }, as('admin'));
    expect(await labelAt(one)).toEqual(before);
  });
});

describe('who is signed in', () => {
  /** Seconds until a token opens nothing at this web; it is asked all the time, as an open page does. */
  async function secondsUntilOut(web: string, token: string): Promise<number> {
    const from = performance.now();
    while ((await refusedAs(call(web, identity.me, {}, { token }))) === null) await pause(50);
    return (performance.now() - from) / 1000;
  }
  /** Longer than a session is believed, and little more. */
  const believedSeconds = 4;

  test('signed in at one is signed in at both; signed out at one is out at once there and within seconds at the other', async () => {
    const token = await signInAt(one, 'reviewer');
    for (const web of [one, other])
      expect((await call(web, identity.me, {}, { token })).account.login).toBe('reviewer');
    await call(one, identity.signOut, {}, { token });
    expect(await refusedAs(call(one, identity.me, {}, { token }))).toBe('identity.sign-in-needed');
    expect(await secondsUntilOut(other, token)).toBeLessThan(believedSeconds);
  }, 20_000);

  test('a session ended from elsewhere, and an account that is locked, are out at both within seconds', async () => {
    const [token, second] = [
      await signInAt(one, 'supervisor'),
      await signInAt(other, 'supervisor'),
    ];
    for (const web of [one, other]) await call(web, identity.me, {}, { token });
    await call(other, sessions.endOtherSessions, {}, { token: second });
    expect(await refusedAs(call(other, identity.me, {}, { token }))).toBe(
      'identity.sign-in-needed',
    );
    expect(await secondsUntilOut(one, token)).toBeLessThan(believedSeconds);

    const { account } = await call(one, identity.me, {}, { token: second });
    await call(one, identity.lockAccount, { accountId: account.id }, as('admin'));
    expect(await secondsUntilOut(one, second)).toBeLessThan(believedSeconds);
    expect(await secondsUntilOut(other, second)).toBeLessThan(believedSeconds);
  }, 30_000);

  test('wrong passwords of one account count together, wherever they were tried', async () => {
    const guess = (web: string) =>
      refusedAs(call(web, identity.signIn, { login: 'analyst', password: 'not-this-one' }));
    for (const web of [one, other, one, other, one])
      expect(await guess(web)).toBe('identity.wrong-password');
    for (const web of [one, other]) expect(await guess(web)).toBe('identity.too-many-tries');
    const right = { login: 'analyst', password: wordOf('analyst') };
    expect(await refusedAs(call(other, identity.signIn, right))).toBe('identity.too-many-tries');
  });
});
