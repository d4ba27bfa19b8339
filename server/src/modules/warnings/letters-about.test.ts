import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { newId } from '../../platform/ids.ts';
import { draftLetter } from '../letters/index.ts';
import './letters-about.ts';
import { save } from './warnings.repo.ts';

const words = {
  template: 'supervision-notice',
  slots: { subject: '路灯不亮', facts: '多处路灯不亮。', demands: '逐处修复。' },
  toUnits: ['350600.zjj'],
};

test(
  'a letter is about a warning only where there is one, and only for who reads warnings',
  inCity(async ({ as, system, clock }) => {
    const director = as('director');
    const id = newId(clock.now());
    const about = { ...words, concern: { kind: 'warning', id } } as const;
    const unknown = { code: 'letters.no-such-concern' };
    await expect(director.do(draftLetter, about)).rejects.toMatchObject(unknown);
    await system.do(
      (ctx) =>
        save(ctx, {
          id,
          raised_at: ctx.now,
          last_at: ctx.now,
          told_at: ctx.now,
          lead_key: 'matter:010105',
          keys: ['matter:010105'],
          from_at: ctx.now,
          to_at: ctx.now,
          since_at: ctx.now,
          seen: 9,
          expected: 1,
          low: 0,
          high: 3,
          strength: 4,
          words: [],
        }),
      undefined,
    );
    expect((await director.do(draftLetter, about)).letterId).toBeTruthy();
    await expect(as('dispatcher').do(draftLetter, about)).rejects.toMatchObject(unknown);
  }),
);
