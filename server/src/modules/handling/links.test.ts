import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { sentMessages } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { maskedPhone } from '../../platform/phone.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { insertAccount, ofTheDemo } from '../identity/index.ts';
import { dutyAt } from '../organisation/index.ts';
import { sendLink } from './links.ts';

const unitCode = '350600.zjj';
const bureau = { unitCode, unitPath: '350600/350600.zjj', areaCode: '350600000000' };

/** To whom the link of a duty went, masked. */
async function linkTo({ as }: Kit, key: { orderId: string; assignmentId: string }) {
  await as('liaison', bureau).do(sendLink, key);
  const { rows } = await as('shift-lead').do(sentMessages, { order: key.orderId });
  return rows.find(({ template }) => template === 'front-line-link');
}

test(
  'a link goes to the duty phone of the unit',
  inCity(async (kit) => {
    const { ctx, clock } = kit;
    const sent = await linkTo(kit, await kit.anOrder.inProgress({ urgency: 'U1' }));
    const [post] = await dutyAt(ctx, unitCode, clock.now());
    expect(sent?.to).toBe(maskedPhone(decrypt(ctx.keys, post?.phoneEnc ?? Buffer.alloc(0))));
  }),
);

test(
  'or to the unit’s own front-line worker, whose number the city knows',
  inCity(async (kit) => {
    const phone = inventedPhoneOf('front-line worker');
    const worker = (login: string, differences: object) =>
      kit.system.do(
        (ctx) =>
          insertAccount(ctx, {
            id: ctx.newId(),
            login,
            name: '网格员',
            password_hash: '-',
            unit_code: unitCode,
            roles: ['village-worker'],
            is_outsourced: false,
            ...ofTheDemo,
            ...differences,
          }),
        null,
      );
    await worker('without-number', {});
    await worker('with-number', {
      phone_enc: encrypt(kit.ctx.keys, phone),
      phone_index: Buffer.from('with-number'),
    });
    const sent = await linkTo(kit, await kit.anOrder.inProgress({ urgency: 'U1' }));
    expect(sent).toMatchObject({ to: maskedPhone(phone), toUnit: '漳州市住房和城乡建设局' });
    expect(sent?.text).toContain('http://127.0.0.1:12345/c/f#t=');
  }),
);
