/**
 * 加密列: every column that `encrypt` fills. A test holds it against the tables, and every other column of bytes
 * against what it is instead.
 */
export const sealedColumns: Readonly<Record<string, readonly string[]>> = {
  'conduct.mark': ['words_enc', 'why_enc', 'review_words_enc', 'review_why_enc'],
  'exchange.file': ['upload_key_enc'],
  'exchange.message': ['raw_enc'],
  'exchange.peer': ['secret_enc'],
  'identity.account': ['phone_enc'],
  'identity.second_factor': ['secret_enc'],
  'intake.draft': ['label_enc', 'form_enc'],
  'ledgers.site': ['contact_enc'],
  'mechanisms.value': ['sealed'],
  'media.tip': ['contact_enc'],
  'notices.incoming': ['text_enc'],
  'notices.message': ['to_enc', 'text_enc'],
  'notices.posting': ['text_enc'],
  'open_api.hook': ['secret_enc'],
  'organisation.duty': ['phone_enc'],
  'platform.idempotency': ['reply'],
  'requesters.requester': [
    'name_enc',
    'phone_enc',
    'other_phone_enc',
    'identity_enc',
    'company_enc',
  ],
  'telephony.call': ['number_enc'],
};
