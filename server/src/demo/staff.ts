import { randomBytes } from 'node:crypto';
import { type Role, roleWords } from '@minsheng/contract/words/roles.ts';
import {
  byLogin,
  hashPassword,
  insertAccount,
  ofTheDemo,
  staffActor,
} from '../modules/identity/index.ts';
import * as organisation from '../modules/organisation/index.ts';
import { type Actor, systemActor } from '../platform/actor.ts';
import type { Context } from '../platform/context.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import type { World } from './world.ts';

/** 演示人员 at work: the demo accounts where they sit, and for every other unit a liaison nobody can sign in as. */
export interface Staff {
  centre(login: CentreLogin): Promise<Actor>;
  unit(unitCode: string, wants: 'work' | 'sign-off'): Promise<Actor>;
}

type CentreLogin =
  | 'agent'
  | 'agent-outsourced'
  | 'shift-lead'
  | 'dispatcher'
  | 'director'
  | 'reviewer'
  | 'call-back'
  | 'analyst'
  | 'supervisor'
  | 'media-editor'
  | 'media-desk';

export async function staffOf(world: World, city: string, cityCode: string): Promise<Staff> {
  const people = demoPeople(city, cityCode);
  // Nobody knows it, so nobody signs in with it; one hash, for hashing is slow on purpose.
  const lockedPassword = await hashPassword(randomBytes(24).toString('base64url'));
  const known = new Map<string, Promise<Actor>>();
  const actorOf = (person: DemoPerson): Promise<Actor> => {
    const actor =
      known.get(person.login) ??
      world.do(systemActor, (ctx) => hired(ctx, person, lockedPassword), null);
    known.set(person.login, actor);
    return actor;
  };
  return {
    centre: (login) => {
      const person = people.find((candidate) => candidate.login === login);
      if (!person) throw new Error(`Nobody of the demo signs in as ${login}.`);
      return actorOf(person);
    },
    unit: async (unitCode, wants) => {
      const seated = people.filter(({ unit, roles }) => unit === unitCode && roles.some(handles));
      const isLeader = ({ roles }: DemoPerson) => roles.includes('unit-leader');
      const wanted = seated.find((person) => wants === 'work' || isLeader(person));
      return actorOf(wanted ?? (await world.do(systemActor, liaisonOf, unitCode)));
    },
  };
}

/** People of the centre answer for no unit. */
const handles = (role: Role): boolean => roleWords[role].permissions.includes('handling.work');

async function liaisonOf(ctx: Context, unitCode: string): Promise<DemoPerson> {
  const unit = await organisation.unit(ctx, unitCode);
  const login = `unit-${unitCode.replace('.', '-')}`;
  return { login, name: `${unit.short}联络员`, unit: unitCode, roles: rolesAt(unit) };
}

function rolesAt({ kind }: organisation.Unit): DemoPerson['roles'] {
  switch (kind) {
    case 'county':
      return ['county-dispatcher', 'unit-leader'];
    case 'township':
      return ['township-operator', 'unit-leader'];
    case 'village':
    case 'team':
      return ['village-worker', 'unit-leader'];
    case 'police':
      return ['police-operator', 'unit-leader'];
    default:
      return ['liaison', 'unit-leader'];
  }
}

async function hired(ctx: Context, person: DemoPerson, lockedPassword: string): Promise<Actor> {
  const unit = await organisation.unit(ctx, person.unit);
  const account = await byLogin(ctx, person.login);
  const id = account?.id ?? ctx.newId();
  if (!account) {
    await insertAccount(ctx, {
      id,
      login: person.login,
      name: person.name,
      password_hash: lockedPassword,
      unit_code: unit.code,
      roles: [...person.roles],
      is_outsourced: person.isOutsourced ?? false,
      ...ofTheDemo,
    });
  }
  return staffActor({
    accountId: id,
    roles: person.roles,
    narrowedTo: null,
    outsourced: person.isOutsourced ?? false,
    passwordIsDue: false,
    factorIsDue: null,
    sessionId: null,
    unitCode: unit.code,
    unitPath: unit.path,
    areaCode: unit.area,
  });
}
