import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's defaults (19 MiB, 2 rounds): slow for a guesser, bearable for a clerk. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Takes as long for a login nobody has, so that the answer does not tell which exist. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= await hash('nobody has this password');
  const isRight = await verify(kept ?? decoy, password);
  return kept !== null && isRight;
}

let decoy: string | null = null;
