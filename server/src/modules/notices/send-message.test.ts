import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context, Ports } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { enqueue } from '../../platform/jobs.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { CarrierRefuses, CarrierSilent, type Sending } from '../../ports/carrier/index.ts';
import { notify } from './index.ts';
import { insertMessage } from './messages.repo.ts';
import { sendMessage } from './notice-jobs.ts';
import { changeMessage } from './sending.repo.ts';
import { drop, resend } from './settle-message.ts';
import { listTroubled } from './troubled.ts';

const duty = {
  template: 'dispatched-duty' as const,
  channel: 'sms' as const,
  to: { kind: 'duty' as const, unitCode: '350600.zjj', position: 1 },
  facts: { order_no: '350600-20260302-000001', urgency: 'U3' },
  urgent: true,
};

const rows = ({ ctx }: Kit) =>
  tablesOf<'notices'>(ctx.tx).selectFrom('notices.message').selectAll().orderBy('id').execute();

/** A carrier that answers what the test says, in turn, and then takes everything. */
function carrier({ ctx }: Kit, answers: readonly Error[], asksAgain: boolean): Sending[] {
  const asked: Sending[] = [];
  const left = [...answers];
  const sms: Ports['sms'] = {
    send: async (sending) => {
      asked.push(sending);
      const error = left.shift();
      if (error) throw error;
      return { ref: `r${asked.length}` };
    },
    asksAgain,
    isPretend: true,
    twin: null,
    receipts: null,
  };
  Object.assign(ctx.ports, { sms });
  return asked;
}

const later = (kit: Kit, minutes: number) =>
  kit.travelTo(new Date(kit.clock.now().getTime() + minutes * 60_000));

describe('a carrier', () => {
  test(
    'that says no for now is asked again under the same key, and its number is kept',
    inCity(async (kit) => {
      const asked = carrier(kit, [new CarrierRefuses('busy', false)], false);
      await kit.system.do(notify, duty);
      await kit.drain();
      expect(await rows(kit)).toMatchObject([{ state: 'waiting', tries: 1, error: 'busy' }]);
      await later(kit, 1);
      await kit.drain();
      expect(await rows(kit)).toMatchObject([
        { state: 'sent', tries: 2, carrier_ref: 'r2', error: null },
      ]);
      expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    }),
  );

  test(
    'that says no for good is not asked again; a person sends it once more or drops it, once',
    inCity(async (kit) => {
      carrier(kit, [new CarrierRefuses('bad-number', true)], true);
      await kit.system.do(notify, duty);
      await kit.drain();
      const lead = kit.as('shift-lead');
      const { rows: seen, can } = await lead.do(listTroubled, {});
      expect(seen).toMatchObject([{ state: 'failed', error: 'bad-number', tries: 1 }]);
      expect(seen[0]?.gist).toContain('…');
      expect(can.settle).toBe(true);
      const messageId = seen[0]?.id ?? '';
      await lead.do(resend, { messageId });
      await kit.drain();
      expect(await rows(kit)).toMatchObject([{ state: 'sent', tries: 2 }]);
      await expect(lead.do(drop, { messageId, reason: '已电话告知' })).rejects.toMatchObject({
        code: 'notices.not-troubled',
      });
    }),
  );

  test(
    'that broke off is asked again only where no second message can leave',
    inCity(async (kit) => {
      carrier(kit, [new CarrierSilent('ECONNRESET', true)], false);
      await kit.system.do(notify, duty);
      await kit.drain();
      expect(await rows(kit)).toMatchObject([{ state: 'uncertain', error: 'ECONNRESET' }]);
      const messageId = (await rows(kit))[0]?.id ?? '';
      await kit.as('director').do(drop, { messageId, reason: '已电话告知' });
      expect(await rows(kit)).toMatchObject([{ state: 'dropped', settled_why: '已电话告知' }]);

      carrier(kit, [new CarrierSilent('ECONNRESET', true)], true);
      await later(kit, 10);
      await kit.system.do(notify, duty);
      await kit.drain();
      expect((await rows(kit))[1]).toMatchObject({ state: 'waiting' });
    }),
  );

  test(
    'that is silent is left alone for a while, and a message is given up after hours, not after tries',
    inCity(async (kit) => {
      const away = Array.from({ length: 60 }, () => new CarrierSilent('ECONNREFUSED', false));
      const asked = carrier(kit, away, false);
      await kit.system.do(notify, duty);
      await kit.drain();
      await kit.system.do(notify, duty);
      await kit.drain();
      // The second one did not ask.
      expect(asked).toHaveLength(1);
      const { silent } = await kit.as('admin').do(listTroubled, {});
      expect(silent).toMatchObject([{ channel: 'sms', error: 'ECONNREFUSED' }]);
      for (let hour = 0; hour < 8; hour += 1) {
        await later(kit, 60);
        await kit.drain();
      }
      expect((await rows(kit)).map(({ state }) => state)).toEqual(['failed', 'failed']);
    }),
  );
});

describe('a worker that dies between asking and writing down', () => {
  const dies = async (kit: Kit) => {
    await kit.system.do(notify, duty);
    const [message] = await rows(kit);
    const left = { state: 'sending', tries: 1, tried_at: kit.clock.now() } as const;
    await kit.system.do((ctx: Context) => changeMessage(ctx, message?.id ?? '', left), null);
    // Whoever comes at once leaves it alone: somebody may be asking.
    await kit.drain();
    expect(await rows(kit)).toMatchObject([{ state: 'sending', tries: 1 }]);
    await later(kit, 2);
    await kit.drain();
    return rows(kit);
  };

  test(
    'sends again under the same key where the carrier knows keys',
    inCity(async (kit) => {
      carrier(kit, [], true);
      expect(await dies(kit)).toMatchObject([{ state: 'sent', tries: 2 }]);
    }),
  );

  test(
    'leaves it to a person where it does not',
    inCity(async (kit) => {
      const asked = carrier(kit, [], false);
      expect(await dies(kit)).toMatchObject([{ state: 'uncertain', error: 'left-behind' }]);
      expect(asked).toEqual([]);
    }),
  );
});

test(
  'a robot that is silent holds up its own group and no other',
  inCity(async (kit) => {
    const { robot } = kit.ctx.ports;
    const asked: string[] = [];
    const send: typeof robot.send = async ({ to }) => {
      asked.push(to);
      if (to === 'dead') throw new CarrierSilent('timeout', false);
      return { ref: null };
    };
    Object.assign(kit.ctx.ports, { robot: { ...robot, send } });
    const post = (to: string) =>
      kit.system.do(async (ctx) => {
        const id = ctx.newId();
        const enc = (words: string) => encrypt(ctx.keys, words);
        await insertMessage(ctx, {
          ...{ id, channel: 'robot', template: 'dispatched-duty', orderId: null },
          ...{ assignmentId: null, unitCode: null, toEnc: enc(to), textEnc: enc('一件新任务') },
          ...{ notBefore: ctx.now, urgency: 'urgent', toIndex: Buffer.from(to), heldFor: null },
        });
        enqueue(ctx, sendMessage, { messageId: id });
      }, null);
    await post('dead');
    await kit.drain();
    await post('dead');
    await post('alive');
    await kit.drain();
    // The second to the dead one waits out its pause.
    expect(asked).toEqual(['dead', 'alive']);
    expect((await rows(kit)).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'sent']);
  }),
);

test(
  'a storm leaves in handfuls, the urgent first',
  inCity(async (kit) => {
    carrier(kit, [], true);
    await kit.system.do(async (ctx) => {
      for (let no = 0; no < 25; no += 1) await notify(ctx, duty);
    }, null);
    await kit.drain();
    expect((await rows(kit)).every(({ state, tries }) => state === 'sent' && tries === 1)).toBe(
      true,
    );
  }),
);
