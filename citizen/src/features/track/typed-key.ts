/** 单号 as typed: with or without hyphens, spaces, full-width digits. Null when it cannot be one. */
export function typedOrderNo(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[^\d]/g, '');
  if (digits.length < 20 || digits.length > 23) return null;
  return `${digits.slice(0, 6)}-${digits.slice(6, 14)}-${digits.slice(14)}`;
}

/** 查询码 as typed: the alphabet has no I and no O, so what looks like them is 1 and 0. */
export function typedCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/I/g, '1')
    .replace(/O/g, '0');
  return /^[0-9A-HJ-NP-Z]{8}$/.test(code) ? code : null;
}
