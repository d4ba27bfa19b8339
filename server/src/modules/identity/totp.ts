import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;
/** A telephone's clock may be a step off, either way. */
const stepsOff = [0, -1, 1] as const;

/** 验证码: the time-based code of RFC 6238, as every authenticator app makes it (HMAC-SHA-1, six digits, thirty seconds). */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

export const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds);

/** Of which thirty seconds this is the code; null where of none that is near. */
export function stepOfCode(secret: Buffer, code: string, at: Date): number | null {
  const now = stepOf(at);
  const typed = Buffer.from(code);
  const found = stepsOff
    .map((off) => now + off)
    .filter((step) => {
      const right = Buffer.from(codeAt(secret, step));
      return typed.length === right.length && timingSafeEqual(typed, right);
    });
  return found[0] ?? null;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding, for a secret whose bits are a multiple of five. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{5}/g) ?? [];
  return groups.map((group) => letters.charAt(Number.parseInt(group, 2))).join('');
}

/** What the QR code says to an app. */
export function otpauthUri({
  issuer,
  login,
  secret,
}: Record<'issuer' | 'login' | 'secret', string>) {
  const label = encodeURIComponent(`${issuer}:${login}`);
  const said = new URLSearchParams({ secret, issuer });
  // An app may take a plus for a plus.
  return `otpauth://totp/${label}?${said.toString().replaceAll('+', '%20')}`;
}
