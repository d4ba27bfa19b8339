import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Actor } from '../../platform/actor.ts';
import { anonymous } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { testStart } from '../../platform/testing/test-city.ts';
import { exampleFiles } from './example-files.ts';
import {
  attach,
  claimUploads,
  eraseAppealFiles,
  filesOf,
  fileViewOf,
  firstPhotoOf,
  keepFile,
} from './index.ts';

const sent = (bytes: Uint8Array = exampleFiles.png) => ({
  name: '现场.png',
  declaredType: 'image/png',
  bytes,
  purpose: 'evidence' as const,
  takenAt: null,
  point: null,
});
/** The same kind of picture with another content. */
const other = Buffer.concat([exampleFiles.png, Buffer.of(1)]);
const to = (orderId: string, assignmentId: string | null = null) => ({
  orderId,
  assignmentId,
  purpose: 'after' as const,
});
const someId = () => newId(testStart);
const tieTo = (ids: readonly string[], at: ReturnType<typeof to>) => (ctx: Context) =>
  attach(ctx, ids, at);
const notYours = { code: 'files.not-yours' };

test(
  'a file belongs to whoever sent it, then to one order for ever',
  inCity(async ({ as, ctx }) => {
    const [handler, stranger] = [as('handler'), as('handler')];
    const { file } = await handler.do(keepFile, sent());
    const [order, neighbour] = [someId(), someId()];
    await expect(stranger.do(tieTo([file.id], to(order)), null)).rejects.toMatchObject(notYours);
    await handler.do(tieTo([file.id], to(order)), null);
    expect(await filesOf(ctx, order)).toMatchObject([{ id: file.id, purpose: 'after' }]);
    await expect(handler.do(tieTo([file.id], to(neighbour)), null)).rejects.toMatchObject(notYours);
    await expect(handler.do(tieTo([someId()], to(order)), null)).rejects.toMatchObject({
      code: 'files.no-such-file',
    });
  }),
);

test(
  'another unit may cite a photo of the order, and does not take it over',
  inCity(async ({ as, ctx }) => {
    const [order, duty, otherDuty] = [someId(), someId(), someId()];
    const first = as('handler');
    const { file } = await first.do(keepFile, sent());
    await first.do(tieTo([file.id], to(order, duty)), null);
    await as('handler').do(tieTo([file.id], to(order, otherDuty)), null);
    expect(await firstPhotoOf(ctx, order, duty)).toMatchObject({ id: file.id });
    expect(await firstPhotoOf(ctx, order, otherDuty)).toBeNull();
  }),
);

test(
  'a link holder uses what that link sent, not what its unit or another link sent',
  inCity(async ({ as, ctx }) => {
    const village = { unitCode: '350626100201', unitPath: '350600/350626/350626100/350626100201' };
    const [order, neighbour] = [someId(), someId()];
    const holder = (orderId: string): Actor =>
      actorAs('village-worker', testStart, { ...village, kind: 'link', accountId: null, orderId });
    const { file } = await as(holder(order)).do(keepFile, sent());
    await expect(
      as(holder(neighbour)).do(tieTo([file.id], to(neighbour)), null),
    ).rejects.toMatchObject(notYours);
    const worker = actorAs('village-worker', testStart, village);
    await expect(as(worker).do(tieTo([file.id], to(order)), null)).rejects.toMatchObject(notYours);
    await as(holder(order)).do(tieTo([file.id], to(order)), null);
    expect(await filesOf(ctx, order)).toHaveLength(1);
  }),
);

test(
  'a citizen proves an upload with its key; the name on their phone is not kept',
  inCity(async ({ as, ctx }) => {
    const citizen = as(anonymous);
    const { file, key } = await citizen.do(keepFile, { ...sent(), name: '某某的证件.png' });
    expect(file.name).toBe('photo.png');
    const order = someId();
    const send = (uploads: { id: string; key: string }[]) =>
      citizen.do(
        async (inner, claims) => attach(inner, await claimUploads(inner, claims), to(order)),
        uploads,
      );
    await expect(send([{ id: file.id, key: `${key}x` }])).rejects.toMatchObject(notYours);
    await expect(send([{ id: someId(), key }])).rejects.toMatchObject(notYours);
    await expect(citizen.do(tieTo([file.id], to(order)), null)).rejects.toMatchObject(notYours);
    await send([{ id: file.id, key }]);
    expect(await filesOf(ctx, order)).toHaveLength(1);
    await expect(send([{ id: file.id, key }])).rejects.toMatchObject(notYours);
  }),
);

test(
  'what a unit uploads waits for its answer, which is written over days',
  inCity(async ({ as, ctx, travelTo, drain }) => {
    const handler = as('handler');
    const { file } = await handler.do(keepFile, sent());
    await travelTo(new Date(testStart.getTime() + 13 * 86_400_000));
    await drain();
    await handler.do(tieTo([file.id], to(someId())), null);
    expect(await ctx.ports.storage.read(file.sha256.toString('hex'))).toEqual(exampleFiles.png);
  }),
);

test(
  'what nobody put to use leaves after a day; what is used, or sent by others too, stays',
  inCity(async ({ as, ctx, clock, travelTo, drain }) => {
    const citizen = as(anonymous);
    const unused = await citizen.do(keepFile, sent());
    const twin = await as(anonymous).do(keepFile, sent());
    const handler = as('handler');
    const used = await handler.do(keepFile, sent(other));
    const order = someId();
    await handler.do(tieTo([used.file.id], to(order)), null);
    const read = ({ sha256 }: { sha256: Buffer }) => ctx.ports.storage.read(sha256.toString('hex'));

    await travelTo(new Date(clock.now().getTime() + 12 * 3_600_000));
    await as(anonymous).do(keepFile, sent());
    await drain();
    await travelTo(new Date(testStart.getTime() + 24 * 3_600_000));
    await drain();
    // Two are gone, the third of the same content has half a day left.
    expect(await read(unused.file)).toEqual(exampleFiles.png);
    await travelTo(new Date(clock.now().getTime() + 12 * 3_600_000));
    await drain();
    await expect(read(twin.file)).rejects.toThrow();
    expect(await read(used.file)).toEqual(other);
    await expect(handler.do(tieTo([unused.file.id], to(order)), null)).rejects.toMatchObject({
      code: 'files.no-such-file',
    });
  }),
);

test(
  'erasing a person takes their photos, not what a unit added',
  inCity(async ({ as, ctx, system, drain }) => {
    const order = someId();
    const citizen = as(anonymous);
    const { file, key } = await citizen.do(keepFile, sent());
    await citizen.do(
      async (inner, claims) => {
        const ids = await claimUploads(inner, claims);
        await attach(inner, ids, { orderId: order, assignmentId: null, purpose: 'appeal' });
      },
      [{ id: file.id, key }],
    );
    const handler = as('handler');
    const units = await handler.do(keepFile, sent(other));
    await handler.do(tieTo([units.file.id], to(order, someId())), null);
    await system.do(eraseAppealFiles, order);
    await drain();
    expect((await filesOf(ctx, order)).map(({ id }) => id)).toEqual([units.file.id]);
    await expect(ctx.ports.storage.read(file.sha256.toString('hex'))).rejects.toThrow();
  }),
);

test(
  'a citizen’s HEIC opens for the centre only, and is nobody’s first photo',
  inCity(async ({ as, ctx }) => {
    const [order, duty] = [someId(), someId()];
    const heic = { ...sent(exampleFiles.heic), name: 'IMG_1.heic', declaredType: 'image/heic' };
    const citizen = { ...heic, purpose: 'appeal' as const };
    const handler = as('handler');
    const appeal = (await handler.do(keepFile, citizen)).file;
    const proof = (await handler.do(keepFile, heic)).file;
    const png = (await handler.do(keepFile, sent())).file;
    await handler.do(tieTo([proof.id, png.id], to(order, duty)), null);
    const mayOpen = async (who: 'handler' | 'agent', file: typeof appeal) =>
      as(who).do(async (inside) => fileViewOf(inside, file, null).mayOpen, null);
    expect(await mayOpen('handler', appeal)).toBe(false);
    expect(await mayOpen('agent', appeal)).toBe(true);
    expect(await mayOpen('handler', proof)).toBe(true);
    expect(await firstPhotoOf(ctx, order, duty)).toMatchObject({ id: png.id });
  }),
);
