/** 交换文件夹: a folder another system writes files into and reads ours from; SFTP is the same folder, mounted. */
export interface FolderPort {
  /** What lies in `in`; names of files that are being written are not among them. */
  list(box: string): Promise<readonly FolderFile[]>;
  read(box: string, name: string): Promise<Buffer>;
  /** Out of `in` into `done`, with what became of it beside it. */
  done(box: string, name: string, report: Buffer): Promise<void>;
  /** Into `out`, whole or not at all. */
  put(box: string, name: string, bytes: Buffer): Promise<void>;
}

export interface FolderFile {
  /** Its bytes, a character each. */
  readonly name: string;
  readonly bytes: number;
  readonly changedAt: Date;
}

declare module '../../platform/context.ts' {
  interface Ports {
    folder: FolderPort;
  }
}

/** No folder is set, its mount is gone, or the disk said no: `reason` is its word, such as ENOSPC. */
export class NoFolder extends Error {
  override readonly name = 'NoFolder';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
