import { desk, emergency, foresightSignals } from '@minsheng/contract';
import { after } from '../kit/clock.ts';
import { counties, type Scene } from './scene.ts';

const source = '市气象台台风红色预警信号(示例)';

/** A warning is entered and opens nothing; nobody looks at it, so people are told; then a person confirms. */
export async function warned(scene: Scene): Promise<string> {
  const { analyst, checks, clock, director, shiftLead } = scene;
  checks.chapter('An official warning is entered');
  const now = await clock.now();
  const { signalId, state } = await analyst.call(foresightSignals.enterSignal, {
    about: 'typhoon',
    level: 'red',
    areas: [...counties],
    fromAt: after(now, 60),
    untilAt: after(now, 60 * 4),
    source,
    words: '预计今夜登陆,沿海县区阵风十二级。',
  });
  checks.same('it is proposed to a person', state, 'proposed');
  checks.same('and no mode is open', await running(scene), []);
  checks.same(
    'who entered it may not open the mode',
    await analyst.refusal(foresightSignals.confirmSignal, { signalId, reason: '请尽快启用。' }),
    'identity.not-permitted',
  );
  await toldThatItWaits(scene);
  const reason = '已与市防指、气象台核实,按预案启用。';
  const opened = await director.call(foresightSignals.confirmSignal, { signalId, reason });
  const modes = await running(scene);
  checks.same('the director confirms, and one mode is open', modes, [opened.modeId]);
  const { mode } = await director.call(emergency.readBoard, { modeId: opened.modeId });
  checks.same('for typhoons', mode.kind, 'typhoon');
  checks.that('with the prepared group', mode.units.length >= 5, mode.units);
  checks.that('and the source in its reason', mode.reason.includes(source), mode.reason);
  checks.same(
    'it is decided once',
    await shiftLead.refusal(foresightSignals.declineSignal, { signalId, reason: '不必启用。' }),
    'foresight.nothing-to-decide',
  );
  return opened.modeId;
}

async function toldThatItWaits({ checks, clock, shiftLead, ...scene }: Scene): Promise<void> {
  const told = async () =>
    (await shiftLead.call(desk.sentMessages, {})).rows.filter(
      ({ template }) => template === 'wait-late',
    );
  await clock.advance(9.9);
  checks.same('nobody is told in the first ten minutes', (await told()).length, 0);
  await clock.advance(0.2);
  checks.same('after ten minutes the shift lead is', (await told()).length, 1);
  checks.same('still no mode opens by itself', await running({ shiftLead, ...scene }), []);
}

async function running({ shiftLead }: Pick<Scene, 'shiftLead'>): Promise<string[]> {
  const { rows } = await shiftLead.call(emergency.listModes, {});
  return rows.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : []));
}
