/** 同名: written closer or wider, in full or half width, it is the same name. */
export const keyOfName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');
