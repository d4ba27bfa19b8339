import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aloneInCity, lamps, reason, switchOn } from '../../../test/auto-dispatch-kit.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { setBar, setMatter, setSwitch } from './change-settings.ts';
import { readPage } from './read-page.ts';

test(
  'the director alone lets more through; whoever runs the shift stops it; both with a reason on a chain',
  aloneInCity(async (kit) => {
    const shift = kit.as('shift-lead');
    await expect(shift.do(setSwitch, { isOn: true, reason })).rejects.toMatchObject({
      code: 'auto-dispatch.start-not-yours',
    });
    await expect(kit.as('dispatcher').do(setSwitch, { isOn: true, reason })).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
    await switchOn(kit);
    await expect(switchOn(kit)).rejects.toMatchObject({ code: 'auto-dispatch.unchanged' });
    const raised = { barPermille: 990, surePermille: 960, reason: '先严后宽' };
    await shift.do(setBar, raised);
    await expect(shift.do(setBar, { ...raised, barPermille: 960 })).rejects.toMatchObject({
      code: 'auto-dispatch.start-not-yours',
    });
    await shift.do(setMatter, {
      matter: lamps,
      isOff: true,
      barPermille: null,
      reason: '正在改目录',
    });
    await expect(
      shift.do(setMatter, { matter: lamps, isOff: false, barPermille: null, reason }),
    ).rejects.toMatchObject({ code: 'auto-dispatch.start-not-yours' });
    await shift.do(setSwitch, { isOn: false, reason: '系统异常' });

    const page = await shift.do(readPage, null);
    expect(page).toMatchObject({
      isOn: false,
      barPermille: 990,
      can: { stop: true, start: false },
    });
    expect(page.changes.map(({ what, after }) => [what, after])).toEqual([
      ['switch', '关闭'],
      ['matter', '停用,门槛同全市'],
      ['bar', '门槛 99.0%,把握 96.0%'],
      ['switch', '开启'],
    ]);
    const { rows } = await sql<{ subject_id: string }>`
      select subject_id from auto_dispatch.setting where city_id = ${kit.ctx.cityId}`.execute(
      kit.ctx.tx,
    );
    const told = await historyOf(kit.ctx, { kind: 'auto-dispatch', id: rows[0]?.subject_id ?? '' });
    expect(told.map(({ type }) => type)).toEqual([
      'auto-dispatch.switched',
      'auto-dispatch.bar-changed',
      'auto-dispatch.matter-changed',
      'auto-dispatch.switched',
    ]);
    expect(verifyChain(told)).toEqual({ ok: true });
  }),
);
