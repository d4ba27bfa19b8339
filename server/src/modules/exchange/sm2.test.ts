import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isPublicKey, isSignedSm2, newPrivateKey, publicKeyOf, signSm2, usualId } from './sm2.ts';

const message = Buffer.from('POST\n/messages\n1764400000\nexample');

/** A pair as OpenSSL holds it, and the same as we do: hexadecimal. */
function pairOfOpenssl() {
  const made = generateKeyPairSync('ec', { namedCurve: 'SM2' });
  // Only what was read from a file is SM2 to OpenSSL; what it made itself signs as ECDSA.
  const pem = made.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const der = made.privateKey.export({ type: 'pkcs8', format: 'der' });
  const spki = made.publicKey.export({ type: 'spki', format: 'pem' });
  const publicKey = made.publicKey
    .export({ type: 'spki', format: 'der' })
    .subarray(-65)
    .toString('hex');
  const at = der.indexOf(Buffer.of(0x04, 0x20)) + 2;
  return {
    privateKey: der.subarray(at, at + 32).toString('hex'),
    publicKey,
    openssl: { private: createPrivateKey(pem), public: createPublicKey(spki) },
  };
}

describe('SM2 with SM3', () => {
  test('OpenSSL believes what we sign, and we what it signs, under its empty id', () => {
    for (let round = 0; round < 4; round += 1) {
      const { privateKey, publicKey, openssl } = pairOfOpenssl();
      expect(publicKeyOf(privateKey)).toBe(publicKey);
      const theirs = sign('sm3', message, openssl.private);
      expect(isSignedSm2(message, { signature: theirs, publicKey, id: '' })).toBe(true);
      const ours = signSm2(message, privateKey, '');
      expect(verify('sm3', message, openssl.public, ours)).toBe(true);
      expect(verify('sm3', Buffer.from('another'), openssl.public, ours)).toBe(false);
    }
  });

  test('under the usual id it holds for the same words, key and id alone', () => {
    const privateKey = newPrivateKey();
    const publicKey = publicKeyOf(privateKey);
    const signature = signSm2(message, privateKey, usualId);
    const good = { signature, publicKey, id: usualId };
    expect(isSignedSm2(message, good)).toBe(true);
    expect(isSignedSm2(Buffer.from('another'), good)).toBe(false);
    expect(isSignedSm2(message, { ...good, id: '' })).toBe(false);
    expect(isSignedSm2(message, { ...good, publicKey: publicKeyOf(newPrivateKey()) })).toBe(false);
  });

  test('what is no signature or no key is none', () => {
    const publicKey = publicKeyOf(newPrivateKey());
    for (const signature of ['', '30', '3006020101020100', '00'.repeat(70), '30450220'])
      expect(
        isSignedSm2(message, { signature: Buffer.from(signature, 'hex'), publicKey, id: usualId }),
      ).toBe(false);
    expect(isPublicKey(publicKey)).toBe(true);
    expect(isPublicKey(`04${'1'.repeat(128)}`)).toBe(false);
    expect(isPublicKey('04')).toBe(false);
  });
});
