import type { Readable } from 'node:stream';

/** 存储: bytes by their digest. What has the same content is kept once. */
export interface StoragePort {
  /** Takes what comes, up to `most` bytes. Nothing is kept until the caller has looked at it and says so. */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Received>;
  /** All of it, or only those bytes. */
  open(digest: string, bytes?: Bytes): Readable;
  read(digest: string): Promise<Uint8Array>;
  remove(digest: string): Promise<void>;
  /** Drops what was begun before then and neither kept nor dropped, because the program died over it. Answers how much. */
  tidy(before: Date): Promise<number>;
}

/** From a byte to one before another. */
export interface Bytes {
  readonly from: number;
  readonly to: number;
}

export interface Received {
  /** SHA-256, hexadecimal. */
  readonly digest: string;
  readonly size: number;
  /** More came than was wanted; the rest was not kept. */
  readonly isTooMuch: boolean;
  /** The first bytes, or all of them. */
  head(length: number): Promise<Uint8Array>;
  /** Durable when it answers; a second time, as when a transaction is tried again, changes nothing. */
  keep(): Promise<void>;
  drop(): Promise<void>;
}

declare module '../../platform/context.ts' {
  interface Ports {
    storage: StoragePort;
  }
}
