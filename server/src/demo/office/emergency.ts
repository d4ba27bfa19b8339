import { listGroups } from '../../modules/emergency/groups.ts';
import { approveGuest, askGuest } from '../../modules/emergency/guests.ts';
import { massSend } from '../../modules/emergency/mass-send.ts';
import { endMode, openMode } from '../../modules/emergency/modes.ts';
import type { Life } from '../lives/scene.ts';
import { minutesAfter } from '../office-time.ts';
import { type EmergencyWords, emergencyWords } from './emergency-words.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';

/** 应急联动: one that is over, with help from a neighbouring centre; one that runs, where many call about one thing. */
export const emergency = (end: Date): Errand[] =>
  emergencyWords.map((words) => ({
    at:
      words.until === 'ended'
        ? morning(end, words.daysAgo, 45)
        : minutesAfter(end, -words.minutesAgo),
    happens: (office) => together(office, words),
  }));

const dayMinutes = 24 * 60;

async function* together(office: Office, words: EmergencyWords): Life {
  const { world, staff } = office;
  const lead = await staff.centre('director');
  const dispatcher = await staff.centre('dispatcher');
  const about = words.until === 'ended' ? {} : { matter: words.matter };
  const since = minutesAfter(
    world.clock.now(),
    words.until === 'ended' ? -3 * dayMinutes : -dayMinutes,
  );
  const orders = (
    await Promise.all([
      found(office, dispatcher, { ...about, status: 'to-dispatch' }),
      found(office, dispatcher, { ...about, status: 'in-progress' }),
    ])
  ).flat();
  const open = orders
    .filter(({ secrecy, accepted_at: at }) => secrecy === 0 && (at === null || at > since))
    .slice(0, words.orders);
  const { rows: groups } = await world.do(lead, listGroups, {});
  const group = groups.find(({ code }) => code === words.group);
  if (!group || open.length < 3) return;
  const { name, reason } = words;
  const codes = group.units.map(({ code }) => code);
  const areaCode = (codes[0] ?? '').slice(0, 6);
  const { modeId } = await world.do(lead, openMode, {
    name,
    reason,
    areaCode,
    groupCode: group.code,
  });
  yield minutesAfter(world.clock.now(), 6);
  await world.do(dispatcher, massSend, {
    modeId,
    orderIds: open.map(({ id }) => id),
    linkage: codes.filter((code) => words.linkage.some((unit) => code.endsWith(`.${unit}`))),
    note: words.note,
  });
  if (words.until === 'running') return;
  const { guestId } = await world.do(lead, askGuest, { modeId, ...words.guest });
  yield later(office, 15);
  await world.do(await staff.centre('shift-lead'), approveGuest, { guestId });
  yield later(office, 400);
  await world.do(lead, endMode, { modeId, summary: words.summary });
}
