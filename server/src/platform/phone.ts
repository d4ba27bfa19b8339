/** One form for one number: digits only, without the country code. */
export function normalPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** 154****0000: enough to recognise, too little to dial. */
export function maskedPhone(phone: string): string {
  const digits = normalPhone(phone);
  if (digits.length < 8) return '*'.repeat(digits.length);
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;
}
