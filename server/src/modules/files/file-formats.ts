export const fileKinds = ['photo', 'video', 'audio', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface FileFormat {
  readonly kind: FileKind;
  readonly mime: string;
  /** The first is the one we write. */
  readonly extensions: readonly [string, ...string[]];
  /** Other names browsers and phones give the same thing. */
  readonly alsoDeclaredAs: readonly string[];
}

/** 可上传的文件: everything else is refused, whatever it is called. */
export const fileFormats: readonly FileFormat[] = [
  format('photo', 'image/jpeg', ['jpg', 'jpeg', 'jfif'], ['image/jpg', 'image/pjpeg']),
  format('photo', 'image/png', ['png'], ['image/x-png']),
  format('photo', 'image/webp', ['webp']),
  format('photo', 'image/heic', ['heic', 'heif'], ['image/heif']),
  format('photo', 'image/heif', ['heif', 'heic'], ['image/heic']),
  format('video', 'video/mp4', ['mp4']),
  format('audio', 'audio/mpeg', ['mp3'], ['audio/mp3']),
  format('audio', 'audio/wav', ['wav'], ['audio/x-wav', 'audio/wave', 'audio/vnd.wave']),
  format('audio', 'audio/amr', ['amr'], ['audio/3gpp']),
  format('document', 'application/pdf', ['pdf']),
  format('document', office('wordprocessingml.document'), ['docx']),
  format('document', office('spreadsheetml.sheet'), ['xlsx']),
];

/** 上传上限, in MB. */
export const largestMb: Record<FileKind, number> = {
  photo: 10,
  video: 100,
  audio: 20,
  document: 20,
};

/** Nothing of any kind may be larger. */
export const largestUploadMb = Math.max(...Object.values(largestMb));

function office(part: string): string {
  return `application/vnd.openxmlformats-officedocument.${part}`;
}

function format(
  kind: FileKind,
  mime: string,
  extensions: readonly [string, ...string[]],
  alsoDeclaredAs: readonly string[] = [],
): FileFormat {
  return { kind, mime, extensions, alsoDeclaredAs };
}
