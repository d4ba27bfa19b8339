import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { refusalOf } from '../../../test/refusal-of.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { endMode, listModes } from '../emergency/index.ts';
import { commonArea } from './common-area.ts';
import { confirmSignal, declineSignal } from './decide-signal.ts';
import { enterSignal } from './enter-signal.ts';
import { importSignals } from './import-signals.ts';
import { listSignals } from './list-signals.ts';
import { within } from './signals.repo.ts';

const hours = ({ ctx }: Kit, more: number) =>
  new Date(ctx.now.getTime() + more * 3_600_000).toISOString();

const typhoon = (kit: Kit, level: 'yellow' | 'orange' = 'orange') => ({
  about: 'typhoon',
  level,
  areas: ['350623', '350626'],
  fromAt: hours(kit, 1),
  untilAt: hours(kit, 36),
  source: '市气象台(示例)',
  words: '预计明天上午登陆。',
});
const reason = '已与气象台核实,启用防台风联动组。';
const runningModes = async (kit: Kit) =>
  (await kit.as('director').do(listModes, {})).rows.filter(({ endedAt }) => endedAt === null);

test(
  'a warning proposes and opens nothing; a person confirms, and the prepared group is in the mode',
  inCity(async (kit) => {
    const { signalId, state } = await kit.as('analyst').do(enterSignal, typhoon(kit));
    expect(state).toBe('proposed');
    expect(await runningModes(kit)).toEqual([]);
    expect(await refusalOf(kit.as('analyst'), confirmSignal, { signalId, reason })).toBe(
      'identity.not-permitted',
    );
    const { modeId, isNew } = await kit.as('shift-lead').do(confirmSignal, { signalId, reason });
    expect(isNew).toBe(true);
    const [mode] = await runningModes(kit);
    expect(mode).toMatchObject({ id: modeId, kind: 'typhoon', name: '台风橙色预警应急联动' });
    expect(mode?.units.map(({ code }) => code)).toContain('350600.yjj');
    // Two counties: the whole city.
    expect(mode?.areaCode).toBe('350600000000');
    expect(await refusalOf(kit.as('director'), declineSignal, { signalId, reason })).toBe(
      'foresight.nothing-to-decide',
    );
    // The mode outlives the warning: it ends by a person's word only.
    await kit.travelTo(new Date(kit.ctx.now.getTime() + 40 * 3_600_000));
    await kit.drain();
    expect(await runningModes(kit)).toHaveLength(1);
    await kit.as('director').do(endMode, { modeId, summary: '台风已过境,处置完毕,转入常态。' });
    expect(await runningModes(kit)).toEqual([]);
  }),
);

test(
  'a raised warning joins the mode that runs; a declined one keeps its reason',
  inCity(async (kit) => {
    const lead = kit.as('shift-lead');
    const first = await lead.do(enterSignal, typhoon(kit, 'yellow'));
    const opened = await lead.do(confirmSignal, { signalId: first.signalId, reason });
    const raised = await lead.do(enterSignal, { ...typhoon(kit), source: '市气象台第2号(示例)' });
    expect(await lead.do(confirmSignal, { signalId: raised.signalId, reason })).toEqual({
      modeId: opened.modeId,
      isNew: false,
    });
    const other = await lead.do(enterSignal, { ...typhoon(kit), source: '市气象台第3号(示例)' });
    await kit.as('director').do(declineSignal, { signalId: other.signalId, reason });
    const { rows } = await lead.do(listSignals, { box: 'all' });
    expect(rows.map(({ state }) => state)).toEqual(['declined', 'confirmed', 'confirmed']);
    expect(rows[0]?.decided).toMatchObject({ reason, modeId: null });
    expect((await lead.do(listSignals, { box: 'waiting' })).rows).toEqual([]);
  }),
);

test(
  'a group that runs elsewhere is no dead end: who confirms is told to end that mode first',
  inCity(async (kit) => {
    const lead = kit.as('shift-lead');
    const county = { ...typhoon(kit, 'yellow'), areas: ['350623'] };
    const first = await lead.do(enterSignal, county);
    const { modeId } = await lead.do(confirmSignal, { signalId: first.signalId, reason });
    const wider = await lead.do(enterSignal, { ...typhoon(kit), source: '市气象台第2号(示例)' });
    const asked = { signalId: wider.signalId, reason };
    expect(await refusalOf(lead, confirmSignal, asked)).toBe('foresight.mode-elsewhere');
    await lead.do(endMode, { modeId, summary: '预警范围扩大到全市,另行启用。' });
    expect(await lead.do(confirmSignal, asked)).toMatchObject({ isNew: true });
  }),
);

test(
  'a warning that ended before anybody decided opens nothing more, and can be put aside with a reason',
  inCity(async (kit) => {
    const lead = kit.as('shift-lead');
    const { signalId } = await lead.do(enterSignal, typhoon(kit));
    const can = async () => (await lead.do(listSignals, { box: 'waiting' })).rows[0]?.can;
    expect(await can()).toEqual({ confirm: true, decline: true });
    await kit.travelTo(new Date(kit.ctx.now.getTime() + 40 * 3_600_000));
    expect(await can()).toEqual({ confirm: false, decline: true });
    await lead.do(declineSignal, { signalId, reason: '预警已过,未启用。' });
    expect(await can()).toBeUndefined();
  }),
);

test(
  'of too many signals those farthest behind are left out, not those to come',
  inCity(async (kit) => {
    const lead = kit.as('shift-lead');
    const { signalId } = await lead.do(enterSignal, typhoon(kit));
    const ended = { fromAt: hours(kit, -30), untilAt: hours(kit, -20) };
    await lead.do(enterSignal, { ...typhoon(kit), ...ended });
    const [from, until] = [new Date(hours(kit, -99)), new Date(hours(kit, 99))];
    const [only] = await within(kit.ctx, { from, until, most: 1 });
    expect(only?.id).toBe(signalId);
  }),
);

test(
  'what does not fit is refused by name',
  inCity(async (kit) => {
    const lead = kit.as('shift-lead');
    const said = typhoon(kit);
    const { level: _, ...without } = said;
    expect(await refusalOf(lead, enterSignal, without)).toBe('foresight.level-needed');
    expect(await refusalOf(lead, enterSignal, { ...said, about: 'water-cut' })).toBe(
      'foresight.level-not-meant',
    );
    expect(await refusalOf(lead, enterSignal, { ...said, about: 'meteor' })).toBe(
      'foresight.no-such-kind',
    );
    expect(await refusalOf(lead, enterSignal, { ...said, untilAt: said.fromAt })).toBe(
      'foresight.bad-span',
    );
    await lead.do(enterSignal, said);
    expect(await refusalOf(lead, enterSignal, said)).toBe('foresight.signal-known');
    expect(await refusalOf(lead, declineSignal, { signalId: kit.ctx.newId(), reason })).toBe(
      'foresight.no-such-signal',
    );
    const { signalId } = await lead.do(enterSignal, { ...said, source: '另一来源' });
    await kit.travelTo(new Date(kit.ctx.now.getTime() + 40 * 3_600_000));
    expect(await refusalOf(lead, confirmSignal, { signalId, reason })).toBe(
      'foresight.signal-over',
    );
  }),
);

const head = ['类别', '级别', '区域', '开始时间', '结束时间', '来源', '内容'];
const cut = [
  '停水',
  '',
  '芗城区',
  '2026-03-02 08:00',
  '2026-03-02 18:00',
  '供水公告(示例)',
  '抢修',
];
const tsv = (...rows: readonly string[][]) =>
  Buffer.from([head, ...rows].map((row) => row.join('\t')).join('\n')).toString('base64');

describe('a file', () => {
  test(
    'is shown line by line and kept whole or not at all',
    inCity(async (kit) => {
      const lead = kit.as('shift-lead');
      const sheet = tsv(
        cut,
        cut,
        ['台风', '', '漳浦县', '2026-03-02 08:00', '2026-03-03 08:00', '市气象台(示例)', ''],
        ['下雪', '', '没有的县', '昨天', '今天', '', ''],
      );
      const { rows, fitting, kept } = await lead.do(importSignals, { sheet, isKept: false });
      expect({ fitting, kept }).toEqual({ fitting: 1, kept: 0 });
      expect(rows.map(({ line, faults }) => [line, faults])).toEqual([
        [2, []],
        [3, ['twice-in-file']],
        [4, ['bad-level']],
        [5, ['bad-about', 'no-such-area', 'bad-span', 'no-source']],
      ]);
      expect(await refusalOf(lead, importSignals, { sheet, isKept: true })).toBe(
        'foresight.rows-refused',
      );
      expect((await lead.do(listSignals, { box: 'all' })).rows).toEqual([]);
      const good = await lead.do(importSignals, { sheet: tsv(cut), isKept: true });
      expect(good.kept).toBe(1);
      const again = await lead.do(importSignals, { sheet: tsv(cut), isKept: false });
      expect(again.rows[0]?.faults).toEqual(['known-already']);
      const [about = '', level = '', area = '', ...rest] = cut;
      const later = rest.map((cell) => cell.replace('03-02', '03-03'));
      const twice = [area, `${area};${area}`].map((areas) => [about, level, areas, ...later]);
      const seen = await lead.do(importSignals, { sheet: tsv(...twice), isKept: false });
      expect(seen.rows.map(({ faults }) => faults)).toEqual([[], ['twice-in-file']]);
    }),
  );

  test(
    'may be an xlsx; a photo or too many lines are refused',
    inCity(async (kit) => {
      const lead = kit.as('shift-lead');
      const book = new ExcelJS.Workbook();
      book.addWorksheet('外部信息').addRows([head, cut]);
      const xlsx = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
      const read = await lead.do(importSignals, { sheet: xlsx, isKept: true });
      expect(read.kept).toBe(1);
      const { rows } = await lead.do(listSignals, { box: 'all' });
      expect(rows[0]).toMatchObject({ aboutName: '停水', state: 'noted', given: 'file' });
      expect(rows[0]?.fromAt).toBe('2026-03-02T00:00:00.000Z');
      const photo = Buffer.from('PK no sheet').toString('base64');
      expect(await refusalOf(lead, importSignals, { sheet: photo, isKept: false })).toBe(
        'foresight.no-sheet',
      );
      const many = tsv(...Array<string[]>(301).fill(cut));
      expect(await refusalOf(lead, importSignals, { sheet: many, isKept: false })).toBe(
        'foresight.too-many-rows',
      );
    }),
  );
});

test('several areas lie in the smallest that holds all of them', () => {
  expect(commonArea(['350623000000'], '350600')).toBe('350623000000');
  expect(commonArea(['350623100000', '350623101000'], '350600')).toBe('350623000000');
  expect(commonArea(['350623100001', '350623100002'], '350600')).toBe('350623100000');
  expect(commonArea(['350623000000', '350626000000'], '350600')).toBe('350600000000');
});
