import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  type DirectoryPerson,
  type DirectoryPort,
  noDirectory,
} from '../../ports/directory/index.ts';
import { lockAccount, unlockAccount } from '../identity/index.ts';
import { linkPerson, listPeople, unlinkPerson } from './link-person.ts';
import { linkedOf, updateLinked } from './people.repo.ts';
import { groupRights } from './rights-of.ts';
import { takeOver } from './take-over.ts';

const port: DirectoryPort = {
  ...noDirectory,
  ldap: { label: '单位目录', check: async () => null, people: async () => [] },
  units: { 市住建局: '350600.zjj' },
  groups: [
    { group: 'handlers', roles: ['handler'], outsourced: false, unit: null },
    { group: 'seats', roles: ['agent'], outsourced: true, unit: '350600.zx' },
    { group: 'leaders', roles: ['unit-leader'], outsourced: false, unit: null },
  ],
};
const person = (differences: Partial<DirectoryPerson>): DirectoryPerson => ({
  subject: 's-1',
  issuer: '',
  login: 'example.one',
  name: '示例一',
  unit: '市住建局',
  groups: ['handlers'],
  ...differences,
});

test('groups add up; a group’s own unit outweighs the person’s; a DN counts by its first part', () => {
  expect(groupRights(port, person({ groups: ['handlers', 'leaders'] }))).toEqual({
    roles: ['handler', 'unit-leader'],
    outsourced: false,
    unit: '350600.zjj',
  });
  expect(groupRights(port, person({ groups: ['cn=seats,ou=groups,dc=test'] }))).toMatchObject({
    roles: ['agent'],
    outsourced: true,
    unit: '350600.zx',
  });
  expect(groupRights(port, person({ groups: ['ou=seats-and-more'] }))).toBeNull();
});

test(
  'who cannot be taken over is refused with what to do; a made account follows its groups, a linked one keeps its rights',
  inCity(async ({ ctx, system, anAccount }) => {
    ctx.ports.directory = port;
    // No rights are changed while no administrator is left.
    await anAccount('admin', { unitCode: '350600.zx', unitPath: '350600/350600.zx' });
    const take = (differences: Partial<DirectoryPerson>) =>
      system.do((inner) => takeOver(inner, 'ldap', person(differences)), null);
    await expect(take({ groups: [] })).rejects.toMatchObject({ code: 'directory.no-rights' });
    await expect(take({ unit: '没有的局' })).rejects.toMatchObject({ code: 'directory.no-unit' });
    await expect(take({ login: '001234' })).rejects.toMatchObject({
      code: 'directory.login-unfit',
    });
    await expect(take({ groups: ['handlers', 'seats'] })).rejects.toMatchObject({
      code: 'identity.outsourced',
    });

    expect(await take({})).toMatchObject({ did: 'made', account: { login: 'example.one' } });
    const changed = await take({ login: 'renamed.one', groups: ['leaders'] });
    expect(changed).toMatchObject({ did: 'changed', account: { roles: ['unit-leader'] } });
    // Somebody else is given the name that is free now: another subject, so another person, and no way in.
    await expect(take({ subject: 's-2' })).rejects.toMatchObject({ code: 'directory.login-taken' });

    const seat = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
    const { id: accountId } = await anAccount('liaison', seat);
    const wanted = { accountId, source: 'ldap', directoryLogin: 'Example.Two' } as const;
    await system.do(linkPerson, wanted);
    await expect(system.do(linkPerson, wanted)).rejects.toMatchObject({
      code: 'directory.linked-already',
    });
    const linked = await take({ subject: 's-2', login: 'example.two' });
    expect(linked).toMatchObject({
      did: 'nothing',
      account: { id: accountId, roles: ['liaison'] },
    });

    const { rows } = await system.do(listPeople, {});
    const own = rows.find((row) => row.accountId === accountId);
    expect(own).toMatchObject({ isMade: false, directoryLogin: 'example.two', goneAt: null });
    await system.do(unlinkPerson, { personId: own?.personId ?? '' });
    await expect(take({ subject: 's-2', login: 'example.two', groups: [] })).rejects.toMatchObject({
      code: 'directory.no-rights',
    });
  }),
);

test(
  'the same id of another issuer is somebody else; who was met before issuers were kept keeps the account',
  inCity(async ({ ctx, system, anAccount }) => {
    ctx.ports.directory = port;
    await anAccount('admin', { unitCode: '350600.zx', unitPath: '350600/350600.zx' });
    const take = (issuer: string, login: string) =>
      system.do((inner) => takeOver(inner, 'oidc', person({ issuer, login })), null);
    const { account } = await take('', 'issued.one');
    expect(await take('https://a.example', 'issued.one')).toMatchObject({
      did: 'nothing',
      account: { id: account.id },
    });
    await expect(take('https://b.example', 'issued.one')).rejects.toMatchObject({
      code: 'directory.login-taken',
    });
    const other = await take('https://b.example', 'issued.two');
    expect(other).toMatchObject({ did: 'made', account: { login: 'issued.two' } });
    expect((await take('https://a.example', 'issued.one')).account.id).toBe(account.id);
  }),
);

test(
  'whom an administrator locked is not opened by the directory, nor whom it had shut out before',
  inCity(async ({ ctx, system, anAccount, clock, travelTo }) => {
    ctx.ports.directory = port;
    await anAccount('admin', { unitCode: '350600.zx', unitPath: '350600/350600.zx' });
    const take = () => system.do((inner) => takeOver(inner, 'ldap', person({})), null);
    const lock = async (accountId: string) => system.do(lockAccount, { accountId });
    const { account } = await take();
    await lock(account.id);
    const stillLocked = { did: 'nothing', account: { locked_at: expect.any(Date) } };
    expect(await take()).toMatchObject(stillLocked);

    await system.do(unlockAccount, { accountId: account.id });
    const shutOut = async () => {
      await lock(account.id);
      const linked = await system.do((inner) => linkedOf(inner, 'ldap'), null);
      for (const { id } of linked)
        await system.do((inner) => updateLinked(inner, id, { gone_at: inner.now }), null);
    };
    await shutOut();
    expect(await take()).toMatchObject({ did: 'reopened', account: { locked_at: null } });
    await shutOut();
    await travelTo(new Date(clock.now().getTime() + 60_000));
    await lock(account.id);
    expect(await take()).toMatchObject(stillLocked);
  }),
);
