import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { loadCity, readCity } from '../../city/index.ts';
import { tablesOf } from '../../platform/db.ts';
import { historyOf } from '../../platform/events.ts';
import type { MatterField } from './fields.repo.ts';
import { checkFields, fieldsFor, shownFields } from './index.ts';
import { setMatterField } from './set-matter-field.ts';

const field: MatterField = {
  code: 'cover_maker',
  label: '井盖上的字',
  kind: 'choice',
  choices: [
    { code: 'water', label: '水' },
    { code: 'power', label: '电' },
  ],
  required: 'always',
  seenBy: 'all',
  help: '',
};
const onManholes = { matter: '010102', ...field };

test(
  'a field is there at once, is asked for, and the change is told',
  inCity(async ({ as, system, ctx }) => {
    const has = () =>
      system.do(async (inner) => (await fieldsFor(inner, '010102')).map(({ code }) => code), null);
    expect(await has()).not.toContain('cover_maker');
    await as('admin').do(setMatterField, onManholes);
    expect(await has()).toContain('cover_maker');
    expect(await system.do((inner) => fieldsFor(inner, '010101'), null)).not.toContainEqual(field);
    const { subject_id } = await tablesOf<'organisation'>(ctx.tx)
      .selectFrom('organisation.city')
      .select('subject_id')
      .executeTakeFirstOrThrow();
    const told = await historyOf(ctx, { kind: 'city-data', id: subject_id });
    expect(told.at(-1)).toMatchObject({
      type: 'city.changed',
      data: { what: 'matter-field', matter: '010102', field: 'cover_maker' },
    });
  }),
);

test(
  'old orders stay readable when a choice goes and when the folder is loaded again',
  inCity(async ({ as, system }) => {
    await as('admin').do(setMatterField, onManholes);
    const others = [...field.choices.slice(1), { code: 'gas', label: '气' }];
    await as('admin').do(setMatterField, { ...onManholes, choices: others });
    const pack = readCity(`${import.meta.dirname}/../../../../cities/zhangzhou`);
    await system.do(
      (inner) =>
        loadCity(
          inner,
          { ...pack, aliases: [] },
          { isDemo: true, phoneOf: () => null, phones: null },
        ),
      null,
    );
    const shown = await system.do(
      (inner) => shownFields(inner, '010102', { values: { cover_maker: 'water' }, who: 'centre' }),
      null,
    );
    expect(shown).toEqual([{ code: 'cover_maker', label: '井盖上的字', value: 'water' }]);
    await expect(
      system.do((inner) => checkFields(inner, '010102', { cover_maker: 'water' }, 'all'), null),
    ).rejects.toMatchObject({ code: 'city.bad-field' });
  }),
);

test(
  'what would break forms or old orders is refused',
  inCity(async ({ as }) => {
    const admin = as('admin');
    const refused = async (change: Partial<typeof onManholes>, code: string) =>
      expect(admin.do(setMatterField, { ...onManholes, ...change })).rejects.toMatchObject({
        code,
      });
    await refused({ matter: '999999' }, 'city.no-such-matter');
    const definition = 'city.bad-field-definition';
    await refused({ code: 'Cover' }, definition);
    await refused({ choices: [] }, definition);
    await refused({ choices: [...field.choices, ...field.choices] }, definition);
    await refused({ kind: 'text' }, definition);
    await refused({ required: { field: 'nobody', is: ['yes'] } }, definition);
    await refused({ required: { field: 'cover_maker', is: ['water'] } }, definition);
    await refused({ required: { field: 'blocks_passage', is: ['maybe'] } }, definition);
    await admin.do(setMatterField, {
      ...onManholes,
      required: { field: 'blocks_passage', is: ['yes'] },
    });
    await refused({ kind: 'choices' }, definition);
  }),
);
