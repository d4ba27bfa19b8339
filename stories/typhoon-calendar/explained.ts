import { each } from '../kit/each.ts';
import { crosses, handleClock, type Scene, type Sent, say } from './scene.ts';

/** The week after: every clock says line by line how it was counted, and the closed days stand in it by name. */
export async function explained(scene: Scene, sent: readonly Sent[]): Promise<void> {
  const { checks, clock } = scene;
  checks.chapter('The clock pages add up');
  await say(scene, 'off');
  await clock.advanceTo(new Date('2026-08-14T10:00:00+08:00'));
  const lamps = sent.filter(({ group }) => crosses(group));
  const clocks = await each(lamps, ({ orderId }) => handleClock(scene, orderId));
  const sums = clocks.filter((one) => {
    const counted = one?.lines.reduce((sum, line) => sum + line.minutes, 0);
    return one && counted === one.elapsedMinutes && one.elapsedMinutes > 0;
  });
  checks.same('the counted lines of every clock sum to its reading', sums.length, lamps.length);
  const named = clocks.filter((one) =>
    one?.lines.some(({ kind, label }) => kind === 'holiday' && label.includes('台风停工')),
  );
  checks.same('each names the typhoon', named.length, lamps.length);
  checks.that(
    'and none is late',
    clocks.every((one) => one?.isMet === null),
  );
}
