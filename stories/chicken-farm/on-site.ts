import { randomUUID } from 'node:crypto';
import { campaigns, visits } from '@minsheng/contract';
import { photo } from '../kit/photo.ts';
import { atOnce } from './at-once.ts';
import { bureaus, type Scene, unitOf, workers } from './scene.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
}

const place = { lng: 117.65, lat: 24.51 };

/** 现场核查 of every one of these: the bureaus take turns, with a checklist, a measured value and photos that know when and where. */
export async function lookedAt(
  scene: Scene,
  entries: readonly Listed[],
  outcome: 'fixed' | 'not-fixed',
): Promise<void> {
  const visitBy = new Date((await scene.clock.now()).getTime() + 3 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  await atOnce(entries, workers, async ({ id: entryId, name }, at) => {
    const bureau = bureaus[1 + (at % (bureaus.length - 1))] ?? 'nyj';
    const { visitId } = await scene.analyst.call(campaigns.inspectEntry, {
      ...{ entryId, checklist: 'livestock', visitorUnit: unitOf(bureau), visitBy },
      place: name,
      what: '看粪污池、雨污管和排口,测出水。',
    });
    await gone(scene, { visitId, who: scene.force[bureau], outcome });
  });
}

async function gone(
  { clock }: Scene,
  {
    visitId,
    who,
    outcome,
  }: { visitId: string; who: Scene['analyst']; outcome: 'fixed' | 'not-fixed' },
): Promise<void> {
  const takenAt = await clock.now();
  const seenAt = takenAt.toISOString();
  const isFixed = outcome === 'fixed';
  for (const itemCode of ['scene', 'signed'])
    await who.call(visits.addVisitPhoto, {
      ...{ visitId, clientId: randomUUID(), itemCode, takenAt: seenAt },
      fileId: await who.upload(photo({ takenAt, at: place, shade: isFixed ? 6 : 2 }), 'evidence'),
      point: { ...place, accuracyM: 8 },
    });
  const tick = (code: string, value: boolean | number) => ({ code, value, note: '', seenAt });
  await who.call(visits.finishVisit, {
    ...{ visitId, clientId: randomUUID(), seenAt, outcome, photos: 2, answerIsFalse: false },
    ticks: [
      tick('pit-covered', isFixed),
      tick('rain-apart', isFixed),
      tick('to-water', isFixed),
      tick('cod', isFixed ? 90 : 620),
    ],
    findings: isFixed ? '设施建成,雨污分流,排口无出水。' : '粪污池外溢,雨污不分,排口有出水。',
  });
}
