import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleFiles } from './example-files.ts';
import { fileFormats, largestMb } from './file-formats.ts';
import { knownFile } from './file-kind.ts';

type Example = keyof typeof exampleFiles;

function send(example: Example, name: string, declaredType = '') {
  return knownFile({ name, declaredType, bytes: exampleFiles[example] });
}

describe('allowed', () => {
  test.each<[Example, string, string, string]>([
    ['jpg', 'photo.jpg', 'image/jpeg', 'photo'],
    ['jpg', 'PHOTO.JPEG', 'image/jpg', 'photo'],
    ['jpg', 'blob', 'image/jpeg', 'photo'],
    ['png', '截图.png', 'image/png', 'photo'],
    ['webp', 'a.webp', 'image/webp', 'photo'],
    ['heic', 'IMG_0001.HEIC', 'image/heic', 'photo'],
    ['heic', 'IMG_0001.heif', '', 'photo'],
    ['mp4', 'v.mp4', 'video/mp4', 'video'],
    ['mp3', 'a.mp3', 'audio/mpeg', 'audio'],
    ['wav', 'a.wav', 'audio/x-wav', 'audio'],
    ['amr', 'a.amr', 'application/octet-stream', 'audio'],
    ['pdf', 'a.pdf', 'application/pdf', 'document'],
    ['docx', 'a.docx', '', 'document'],
    [
      'xlsx',
      'a.b.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'document',
    ],
  ])('%s named %s as %s', async (example, name, declaredType, kind) => {
    const known = await send(example, name, declaredType);
    expect(known.kind).toBe(kind);
    expect(fileFormats.map(({ mime }) => mime)).toContain(known.mime);
  });

  test('it is served as what it is, not as what it was called', async () => {
    expect(await send('jpg', 'x.jfif', 'image/pjpeg')).toEqual({
      kind: 'photo',
      mime: 'image/jpeg',
      extension: 'jpg',
    });
  });
});

describe('refused', () => {
  test.each<[Example, string, string, string]>([
    ['html', 'photo.jpg', 'image/jpeg', 'files.disguised'],
    ['svg', 'photo.png', 'image/png', 'files.disguised'],
    ['exe', 'report.pdf', 'application/pdf', 'files.disguised'],
    ['zip', 'report.docx', '', 'files.disguised'],
    ['gif', 'photo.jpg', 'image/jpeg', 'files.disguised'],
    ['png', 'photo.jpg', 'image/png', 'files.disguised'],
    ['pdf', 'photo.jpg', 'image/jpeg', 'files.disguised'],
    ['jpg', 'photo.jpg', 'text/html', 'files.disguised'],
    ['jpg', 'photo.jpg.html', 'image/jpeg', 'files.disguised'],
    ['empty', 'photo.jpg', 'image/jpeg', 'files.disguised'],
    ['svg', 'logo.svg', 'image/svg+xml', 'files.kind-refused'],
    ['html', 'page.html', 'text/html', 'files.kind-refused'],
    ['script', 'run.sh', '', 'files.kind-refused'],
    ['exe', 'setup.exe', '', 'files.kind-refused'],
    ['zip', 'a.zip', 'application/zip', 'files.kind-refused'],
    ['gif', 'a.gif', 'image/gif', 'files.kind-refused'],
    ['mov', 'a.mov', 'video/quicktime', 'files.kind-refused'],
    ['empty', 'blob', '', 'files.kind-refused'],
    ['macro', 'a.docx', '', 'files.kind-refused'],
  ])('%s named %s as %s', async (example, name, declaredType, code) => {
    await expect(send(example, name, declaredType)).rejects.toMatchObject({ code });
  });

  test('a file larger than its kind allows, by one byte', async () => {
    const limit = largestMb.photo * 1024 * 1024;
    const photoOf = (length: number) => {
      const bytes = Buffer.alloc(length);
      exampleFiles.jpg.copy(bytes);
      return knownFile({ name: 'a.jpg', declaredType: 'image/jpeg', bytes });
    };
    await expect(photoOf(limit)).resolves.toMatchObject({ kind: 'photo' });
    await expect(photoOf(limit + 1)).rejects.toMatchObject({
      code: 'files.too-large',
      facts: { limit: largestMb.photo },
    });
  });

  test('whatever bytes come, the answer is a known kind or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        fc.string(),
        async (bytes, name, declaredType) => {
          const answer = await knownFile({ name, declaredType, bytes }).catch(({ code }) => code);
          expect(answer?.kind ?? answer).toMatch(/^(photo|video|audio|document|files\.[a-z-]+)$/);
        },
      ),
    );
  });
});
