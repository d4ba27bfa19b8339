import type { Source } from './fences.ts';

/** What takes away what was kept. */
const takesAway =
  /\bdeleteFrom\(|\bdelete from (?!pg_)[a-z$]|^sweep\(|\btruncate \$|_enc: (?:null|nothing|encrypt\(ctx\.keys, ''\))|\b(?:salt|sealed): null|content = ''/m;

/** 抹去: what leads to words, people and files of orders; only the place that asks for holds calls it. */
const erasers = [
  'eraseTexts',
  'eraseWordsBeside',
  'forgetPoints',
  'emptyWhenDue',
  'eraseForm',
  'forgetPlaces',
  'eraseAppealFiles',
  'eraseFiles',
  'eraseMessages',
  'eraseEveryMessage',
  'forgetNumber',
  'forgetNumbers',
  'requesters.erase',
] as const;
export const theOnePlace = 'server/src/modules/retention/erase-content.ts';

/** Why each file that deletes need not ask whether something is held. */
export const whyNotAsked: Readonly<Record<string, string>> = {
  // Erasers: called by the one place alone, as the other half of this fence holds.
  'server/src/modules/orders/texts.repo.ts': 'eraser',
  'server/src/modules/requesters/save-requester.ts': 'eraser',
  'server/src/modules/mechanisms/values.repo.ts': 'eraser',
  'server/src/modules/notices/incoming.repo.ts': 'eraser',
  'server/src/modules/notices/erase-messages.ts': 'eraser',
  'server/src/modules/telephony/forget-number.ts': 'eraser',
  // What follows once the one place has erased, by event.
  'server/src/modules/media/forget-person.ts': 'follows an erasure',
  'server/src/modules/exchange/messages.repo.ts': 'follows a destruction',
  'server/src/modules/issues/keys.repo.ts': 'digests made anew from the words; follows an erasure',
  'server/src/modules/learning/places.repo.ts':
    'lessons made of words that stay; follows an erasure',
  // Asks by itself.
  'server/src/modules/media/drop-contact.ts': 'asks isPersonHeld: a viewer has no order',
  'server/src/modules/retention/due.repo.ts': 'takes what is held out of a list',
  // Of no order and no person who asked.
  'server/src/city/load/target.ts': 'rows of the city’s folder, loaded anew',
  'server/src/demo/world.ts': 'an empty world before the demo fills it',
  'server/src/modules/directory/people.repo.ts': 'staff of a directory outside',
  'server/src/modules/identity/links.ts': 'links that opened something once',
  'server/src/modules/identity/second-factor.repo.ts': 'seeds of second factors',
  'server/src/modules/identity/sessions.repo.ts': 'sessions that are over',
  'server/src/modules/identity/tries.ts': 'wrong passwords and codes, as digests',
  'server/src/modules/files/files.repo.ts':
    'uploads that belong to no order; those of orders by the one place',
  'server/src/modules/intake/intake.repo.ts': 'what an agent typed and never sent',
  'server/src/modules/telephony/quieted.ts': 'a measure that is over; what it rested on stays',
  'server/src/platform/idempotency.ts': 'answers kept for a day, to be given twice',
  'server/src/platform/flush.ts': 'alarms that were cancelled',
  'server/src/platform/ticker.ts': 'news and alarms that were delivered',
  'server/src/platform/sweep.ts': 'does what the sweeps above say',
  'server/src/modules/identity/accounts.repo.ts': 'makes accounts of staff',
  'server/src/modules/identity/create-account.ts': 'makes accounts of staff',
  'server/src/modules/identity/lock-account.ts': 'the number of somebody who works here no more',
  'server/src/modules/identity/phones.ts': 'the number a member of staff signs in with',
  'server/src/modules/conduct/review-mark.ts': 'a review begins, its answer is not there yet',
  // Sums and copies: what they were made of stays.
  'server/src/modules/desk/fold-counters.ts': 'differences added to a counter',
  'server/src/modules/indicators/facts.repo.ts': 'facts counted anew from events',
  'server/src/modules/indicators/fold-sums.ts': 'differences added to a sum',
  'server/src/modules/learning/days.repo.ts': 'days counted anew',
  'server/src/modules/nodes/readings.repo.ts': 'readings made anew',
  'server/src/modules/open-api/exports.repo.ts': 'parts of a file made for somebody',
  'server/src/modules/open-api/keep-changes.ts': 'a feed of changes',
  'server/src/modules/problems/runs.repo.ts': 'what a run found, found again by the next',
  'server/src/modules/warnings/counts.repo.ts': 'counts',
  'server/src/modules/warnings/warnings.repo.ts': 'which appeals a count was made of',
  'server/src/modules/exchange/code-maps.repo.ts': 'codes somebody has mapped by now',
  'server/src/modules/exchange/files.repo.ts': 'pieces of a file on its way; the file stays',
  'server/src/modules/exchange/pending.repo.ts':
    'messages that were applied; they stay in the ledger',
  'server/src/modules/nets/open311/filed-requests.repo.ts': 'the name another system knew it by',
  // A person changes what they are just putting together.
  'server/src/modules/clues/sources.repo.ts': 'a clue that is being written',
  'server/src/modules/letters/receipts.repo.ts': 'a letter that is being written',
  'server/src/modules/meetings/parts.repo.ts': 'minutes that are being written',
  'server/src/modules/waits/waits.repo.ts': 'something waits no more',
};

/** Files that take something away and say nowhere why holds need not be asked; reasons of files that do not any more. */
export function deletesUnasked(sources: readonly Source[]): string[] {
  const deleting = ours(sources).filter(({ text }) => takesAway.test(text));
  return deleting
    .filter(({ path }) => !(path in whyNotAsked) && path !== theOnePlace)
    .map(({ path }) => `${path}: deletes, and nothing says why it need not ask for holds`);
}

export function reasonsOfNothing(sources: readonly Source[]): string[] {
  const deleting = new Set(
    ours(sources)
      .filter(({ text }) => takesAway.test(text))
      .map(({ path }) => path),
  );
  return Object.keys(whyNotAsked).filter((path) => !deleting.has(path));
}

const call = new RegExp(
  `(?<!function )(?<![\\w.])(?:\\w+\\.)?(?:${erasers.map((name) => name.replace('.', '\\.')).join('|')})\\(`,
);

/** Who erases past the one place that asks for holds. */
export function erasesElsewhere(sources: readonly Source[]): string[] {
  return ours(sources)
    .filter(({ path, text }) => path !== theOnePlace && !(path in whyNotAsked) && call.test(text))
    .filter(({ path }) => !definers.has(path))
    .map(({ path }) => `${path}: erases past ${theOnePlace}`);
}

/** Where an eraser is made of others of its own module. */
const definers: ReadonlySet<string> = new Set([
  'server/src/modules/files/unused.ts',
  'server/src/modules/learning/learn-places.ts',
]);

const ours = (sources: readonly Source[]): Source[] =>
  sources.filter(({ path }) => path.startsWith('server/src/') && !/\.test\.ts$/.test(path));
