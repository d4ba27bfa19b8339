import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { instantOf, newId } from '../../platform/ids.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { testCity } from '../../platform/testing/test-city.ts';
import { hashPassword, insertAccount, makeLink, ofTheDemo, openLink } from './index.ts';
import { guessToSignIn, signIn } from './sign-in.ts';

const password = 'right enough';
const wrong = { code: 'identity.wrong-password' };
const minutes = (count: number) => count * 60_000;

async function anAccount({ system, clock }: Kit): Promise<void> {
  await system.do(
    async (ctx) =>
      insertAccount(ctx, {
        id: newId(clock.now()),
        login: 'somebody',
        name: '测试',
        password_hash: await hashPassword(password),
        unit_code: `${testCity.code}.zx`,
        roles: ['agent'],
        is_outsourced: false,
        ...ofTheDemo,
      }),
    null,
  );
}

test(
  'five wrong passwords close the login for a quarter of an hour, the right one included',
  inCity(async (kit) => {
    await anAccount(kit);
    const { system, clock, travelTo } = kit;
    const tryWith = async (said: string) => {
      await system.do(guessToSignIn, { login: 'somebody' });
      return system.do(signIn, { login: 'somebody', password: said });
    };
    for (let times = 1; times <= 5; times += 1) {
      await expect(tryWith('wrong')).rejects.toMatchObject(wrong);
      await travelTo(new Date(clock.now().getTime() + minutes(1)));
    }
    await expect(tryWith(password)).rejects.toMatchObject({
      code: 'identity.too-many-tries',
      facts: { minutes: 10 },
    });
    await travelTo(new Date(clock.now().getTime() + minutes(10)));
    const signedIn = await tryWith(password);
    expect(signedIn.account).toMatchObject({ login: 'somebody', scope: 'all', outsourced: false });
    expect(new Date(signedIn.expiresAt).getTime() - clock.now().getTime()).toBe(minutes(720));
  }),
);

test(
  'knowing it in the end forgets the wrong ones; a login nobody has is refused in the same words',
  inCity(async (kit) => {
    await anAccount(kit);
    const tryWith = async (login: string, said: string) => {
      await kit.system.do(guessToSignIn, { login });
      return kit.system.do(signIn, { login, password: said });
    };
    for (const said of ['a', 'b', 'c', 'd', password, 'e', 'f', 'g', 'h', password]) {
      const tried = tryWith('somebody', said);
      if (said === password) await tried;
      else await expect(tried).rejects.toMatchObject(wrong);
    }
    await expect(tryWith('nobody', password)).rejects.toMatchObject(wrong);
  }),
);

const duty = (at: Date) => ({
  purpose: 'front-line' as const,
  orderId: newId(at),
  assignmentId: newId(at),
  unitCode: '350626100201',
  minutes: 60,
});

test(
  'a link opens once, with its code, for its duty',
  inCity(async ({ system, clock }) => {
    const asked = duty(clock.now());
    const { token, code } = await system.do(makeLink, asked);
    expect(code).toMatch(/^\d{6}$/);
    const open = (said: string) => system.do((ctx) => openLink(ctx, token, said), null);
    const opened = await open(code);
    expect(opened).toMatchObject({ orderId: asked.orderId, assignmentId: asked.assignmentId });
    expect(instantOf(opened.orderId)).toEqual(clock.now());
    await expect(open(code)).rejects.toMatchObject({ code: 'handling.link-invalid' });
    await expect(
      system.do((ctx) => openLink(ctx, `${token.slice(0, -2)}__`, code), null),
    ).rejects.toMatchObject({ code: 'handling.link-invalid' });
  }),
);

test(
  'five wrong codes close a link for good; time closes it too',
  inCity(async ({ system, clock, travelTo }) => {
    const guessed = await system.do(makeLink, duty(clock.now()));
    const late = await system.do(makeLink, duty(clock.now()));
    const other = guessed.code === '000000' ? '000001' : '000000';
    const open = (token: string, code: string) =>
      system.do((ctx) => openLink(ctx, token, code), null);
    for (const left of [4, 3, 2, 1]) {
      await expect(open(guessed.token, other)).rejects.toMatchObject({
        code: 'handling.link-code',
        facts: { left },
      });
    }
    await expect(open(guessed.token, other)).rejects.toMatchObject({
      code: 'handling.link-invalid',
    });
    await expect(open(guessed.token, guessed.code)).rejects.toMatchObject({
      code: 'handling.link-invalid',
    });
    await travelTo(new Date(clock.now().getTime() + minutes(60)));
    await expect(open(late.token, late.code)).rejects.toMatchObject({
      code: 'handling.link-expired',
    });
  }),
);
