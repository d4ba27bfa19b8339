import { afterAll, expect, test } from 'vitest';
import { loadCity } from '../src/city/load/load-city.ts';
import type { CityPack } from '../src/city/pack.ts';
import { plantedCity } from '../src/city/planted-city.ts';
import { readCity } from '../src/city/read-city.ts';
import { inventedPhoneOf } from '../src/demo/invented.ts';
import { searchOrders } from '../src/modules/desk/index.ts';
import { orderPage } from '../src/modules/desk/order-page.ts';
import { createOrder } from '../src/modules/intake/create-order.ts';
import { suggestForAppeal } from '../src/modules/intake/suggest-for-appeal.ts';
import { latest } from '../src/modules/learning/decisions.repo.ts';
import { catchUp } from '../src/modules/learning/follow-decisions.ts';
import { modelTrained } from '../src/modules/learning/index.ts';
import { whatItTaught } from '../src/modules/learning/what-it-taught.ts';
import type { Doer } from '../src/platform/testing/in-city.ts';
import { inCity } from './kit.ts';

const renamed = { code: '010105', to: '道路照明设施故障' };
const split = { code: '030103', first: '030107', second: '030108' };
const removed = '040402';

const planted = plantedCity('zhangzhou');
afterAll(() => planted.remove());

const without = (content: string, code: string) =>
  content
    .split('\n')
    .filter((line) => !line.split('\t').includes(code))
    .join('\n');

/** As a city would edit its table: one leaf renamed, one ended with two in its place, one struck out. */
const edited = (content: string): string => {
  const lines = without(content, removed).replace(/\n+$/, '').split('\n');
  const old = lines.find((line) => line.startsWith(split.code)) ?? '';
  const cells = old.split('\t');
  const leaf = (code: string, name: string) =>
    [code, cells[1], cells[2], name, ...cells.slice(4)].join('\t');
  return [
    ...lines.map((line) => {
      if (line === old) return [...cells.slice(0, 12), '2026-03-01', split.first].join('\t');
      return line.startsWith(renamed.code) ? line.replace('路灯照明故障', renamed.to) : line;
    }),
    leaf(split.first, '违规张贴广告'),
    leaf(split.second, '墙面涂鸦'),
    '',
  ].join('\n');
};

function changedPack(): CityPack {
  const strike = (content: string) => without(content, removed);
  const inQuestions = (content: string) =>
    `${strike(content).replace(/\n+$/, '')}\n${split.first}\t贴在哪里?\t1\n${split.second}\t画在哪里?\t1\n`;
  const inFields = (content: string) => content.replace(`"${removed}"`, `"${split.second}"`);
  return planted.whileChanged('common/matters.tsv', edited, () =>
    planted.whileChanged('common/questions.tsv', inQuestions, () =>
      planted.whileChanged('zhangzhou/catalogue.tsv', strike, () =>
        planted.whileChanged('common/fields.json', inFields, () => readCity(planted.folder)),
      ),
    ),
  );
}

const told = {
  type: 'TS' as const,
  areaCode: '350602001000',
  address: '胜利路',
  fields: {},
  fileIds: [],
  anonymous: false,
  secrecy: 0 as const,
  needsReply: true,
  needsCallBack: true,
  result: 'answer' as const,
  answer: '已告知。',
};

let people = 0;
async function decided(agent: Doer, matterCode: string, content: string): Promise<string> {
  people += 1;
  const phone = inventedPhoneOf(`taxonomy ${people}`);
  const requester = { kind: 'person' as const, isSelf: true, tags: [], phone };
  return (await agent.do(createOrder, { ...told, content, matterCode, requester })).orderId;
}

const suggested = async (agent: Doer, content: string) =>
  (await agent.do(suggestForAppeal, { title: '', content, areaCode: told.areaCode })).matters;

const adverts = '楼道电梯里贴满开锁疏通的小卡片,撕了又贴';
const mast = '窗户正对着通信铁塔,担心电磁波伤身体';
const lamp = '整条街晚上黑漆漆,灯杆都不亮';
const graffiti = '有人拿喷漆在桥墩上画骷髅头像';

test(
  'a city renames, splits and strikes out leaves: old orders stay, nothing gone is suggested, and what came instead is learnt',
  { timeout: 120_000 },
  inCity(async ({ as, ctx, system }) => {
    const agent = as('agent');
    for (const at of ['一', '二', '三', '四', '五', '六']) {
      await decided(agent, split.code, `${at}单元${adverts}`);
      await decided(agent, removed, `${at}号楼${mast}`);
      await decided(agent, renamed.code, `${at}路口${lamp}`);
    }
    const before = await decided(agent, split.code, adverts);
    const struck = await decided(agent, removed, mast);
    await modelTrained(ctx, 'matter');
    expect((await suggested(agent, adverts))[0]?.code).toBe(split.code);
    expect((await suggested(agent, mast))[0]?.code).toBe(removed);

    const wishes = {
      isDemo: true,
      phones: null,
      phoneOf: ({ unit }: { unit: string }) => inventedPhoneOf(unit),
    };
    await system.do((inner, pack: CityPack) => loadCity(inner, pack, wishes), changedPack());

    // The model in use was trained before: what it says is handed on, or left out.
    const codes = async (content: string) =>
      (await suggested(agent, content)).map(({ code }) => code);
    expect((await codes(adverts))[0]).toBe(split.first);
    expect(await codes(mast)).not.toContain(removed);
    expect((await suggested(agent, lamp))[0]).toMatchObject({
      code: renamed.code,
      name: renamed.to,
    });
    await expect(decided(agent, split.code, adverts)).rejects.toMatchObject({
      code: 'city.matter-retired',
    });

    for (const id of [before, struck])
      expect((await agent.do(orderPage, { orderId: id })).matterName).not.toMatch(/^\d+$/);
    const found = await as('analyst').do(searchOrders, { matter: split.code });
    expect(found.rows).toHaveLength(7);

    // What is learnt anew: the old leaf teaches its successor, the one struck out teaches nothing.
    const taught = await whatItTaught(ctx, 'matter', await latest(ctx, 'matter', 100));
    const labels = new Set(taught.map(({ label }) => label));
    expect(labels.has(split.first)).toBe(true);
    expect(labels.has(split.code) || labels.has(removed)).toBe(false);
    for (const at of ['东', '南', '西', '北', '中', '旧'])
      await decided(agent, split.second, `${at}桥${graffiti}`);
    await catchUp(ctx, 'matter');
    expect((await codes(graffiti))[0]).toBe(split.second);
  }),
);
