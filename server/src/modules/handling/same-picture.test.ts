import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { keepFile } from '../files/index.ts';
import { refuseSamePicture } from './same-picture.ts';

const sent = (bytes: Buffer) => ({
  name: '现场.pdf',
  declaredType: 'application/pdf',
  bytes,
  purpose: 'evidence' as const,
  takenAt: null,
  point: null,
});
const picture = Buffer.from('%PDF-1.4\n%one\n%%EOF\n');
const another = Buffer.from('%PDF-1.4\n%two\n%%EOF\n');

test(
  'the same bytes sent twice are no before and after; two pictures are',
  inCity(async ({ as }) => {
    const handler = as('handler');
    const idOf = async (bytes: Buffer) => (await handler.do(keepFile, sent(bytes))).file.id;
    const [first, twin, second] = [await idOf(picture), await idOf(picture), await idOf(another)];
    const shown = (before: string, after: string, code = 'after') =>
      handler.do(refuseSamePicture, [
        { code: 'before', fileId: before },
        { code, fileId: after },
      ]);
    const same = { code: 'handling.same-picture' };
    await expect(shown(first, twin)).rejects.toMatchObject(same);
    await expect(shown(first, first)).rejects.toMatchObject(same);
    await shown(first, second);
    await shown(first, twin, 'process_record');
  }),
);
