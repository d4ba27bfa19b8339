import { intake } from '@minsheng/contract';
import { minutesBetween } from '../kit/clock.ts';
import {
  address,
  citizenOf,
  dutiesOf,
  fields,
  matterCode,
  pageOf,
  type Scene,
  words,
} from './scene.ts';

/** C1.2: both duties stand within 60 s of acceptance, also when no dispatcher is at the desk. */
export async function nobodySends(scene: Scene): Promise<void> {
  const { agent, areaCode, checks, clock } = scene;
  checks.chapter('Told at night while no dispatcher is at the desk');
  const { phone } = citizenOf('unsent');
  const { orderId } = await agent.call(intake.createOrder, {
    content: words,
    type: 'QZ',
    matterCode,
    areaCode,
    address,
    fields,
    requester: { phone },
    result: 'dispatch',
  });
  await clock.advance(0.9);
  checks.same('it waits for a dispatcher', (await pageOf(scene, orderId)).status, 'to-dispatch');
  await clock.advance(0.1);
  const { housing, police, page } = await dutiesOf(scene, orderId);
  checks.same('after a minute the catalogue has sent it', page.status, 'in-progress');
  checks.same(
    'to both, 60 seconds after acceptance',
    [housing, police].map(({ sentAt }) => minutesBetween(page.acceptedAt, sentAt)),
    [1, 1],
  );
  checks.that(
    'and a person checks it afterwards',
    page.abilities.includes('check'),
    page.abilities,
  );
}
