/** A column of a table that names an order: `deferrals.ledger`, `public_words`, and its type in TypeScript. */
export interface OfOrders {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every column that may hold words, of every table that has one row or more an order, as `db.types.gen.ts` says them. */
export function columnsOfOrders(types: string): OfOrders[] {
  const tableOf = new Map(
    [...types.matchAll(/^ {2}"([\w.]+)": (\w+);$/gm)].map(([, table = '', name = '']) => [
      name,
      table,
    ]),
  );
  return [...types.matchAll(/^export interface (\w+) \{\n([^}]*)\n\}$/gm)].flatMap(
    ([, name = '', body = '']) => {
      const table = tableOf.get(name);
      const columns = [...body.matchAll(/^ {2}(\w+): (.*);$/gm)].map(
        ([, column = '', type = '']) => ({ column, type }),
      );
      if (!table || !columns.some(({ column }) => column === 'order_id')) return [];
      return columns.filter(mayHoldWords).map((each) => ({ table, ...each }));
    },
  );
}

const mayHoldWords = ({ column, type }: { column: string; type: string }): boolean =>
  /string|Json/.test(type) ? !isName.test(column) : /_enc$/.test(column);

/** Codes, numbers, ids, days and accounts, by what they are called everywhere. */
const isName =
  /(?:^|_)(?:id|ids|no|on|by|account|role|purpose|day|month|files|path|code|kind|state|level|unit|party|area|row|matter|token|cause|outcome|channel|county|mime|label|rating|direction|urgency|peer|mechanism|source|template|act|stage|order|relation)$/;

/** Neither words beside an order nor emptied with them, and why. */
export const whyTheyStay: Readonly<Record<string, string>> = {
  // Emptied by an eraser of their own, or by what follows an erasure.
  'exchange.message.raw_enc': 'emptied by exchange/forget-person.ts',
  'files.file': 'the row leaves with the file',
  'mechanisms.value': 'emptied by eraseForm',
  'media.tip': 'emptied by media/forget-person.ts',
  'learning.place_lesson': 'leaves by forgetPlaces',
  'notices.incoming': 'emptied by eraseMessages',
  'notices.message': 'emptied by eraseMessages',
  'notices.posting': 'emptied by eraseEveryMessage',
  'orders.search': 'leaves with the texts',
  'orders.text': 'emptied by eraseTexts',
  'requesters.requester': 'emptied by requesters',
  'telephony.put_through.number': 'number of a line, not of a person',
  // Words written for all, or about the record itself.
  'dispatch.precedent': 'a ruling for all later ones, in words that name nobody',
  'retention.hold': 'why a record was held and let go is itself a record',
  'handouts.handout.title': 'title of a piece of the knowledge base',
  'nodes.zero_order.word': 'name of the object counted',
  // Codes and sums under names of their own.
  'auto_dispatch.proposal': 'codes',
  'call_back.attempt': 'codes of the call-back form; its words stand in orders.text',
  'call_back.false_completion.found_how': 'code',
  'clues.feedback.way': 'code',
  'deferrals.ledger.reason': 'code',
  'deferrals.request.reason': 'code',
  'deferrals.request.decided_as': 'code',
  'dispatch.assignment': 'limits and readers',
  'dispatch.pause.reason': 'code',
  'disputes.return.reason': 'code',
  'disputes.return.heard': 'codes of units',
  'disputes.return.new_lead': 'code of a unit',
  'emergency.sent_order': 'codes',
  'exchange.case.via': 'codes of systems',
  'foresight.proactive.trigger': 'code',
  'guidance.check.why': 'code',
  'handling.reply.evidence': 'codes and ids of files',
  'handling.reply.is_solved': 'code',
  'handling.reply.is_true': 'code',
  'identity.session.used_from': 'address of staff',
  'indicators.fact': 'codes',
  'issues.proposal': 'codes and likenesses in figures',
  'learning.suggestion': 'codes and their shares',
  'linkage.mediation.parties': 'kinds of parties and how many',
  'linkage.mediation.result': 'code',
  'linkage.record.basis': 'article of the co-signed list',
  'linkage.record.call_ref': 'number of a call',
  'mechanisms.held': 'codes',
  'media.basis.ref': 'id',
  'media.promise.result': 'code',
  'merging.member.before': 'code',
  'merging.member.duties': 'codes of units',
  'nets.filed_request.heard': 'digest',
  'nodes.zero_order.how': 'code',
  'release.text': 'places of what is taken out, never the words',
  'supervision.supervision': 'codes; its words stand in orders.text',
  'tasks.task.limit': 'a limit in days or hours',
  'tasks.task.note_leader': 'post of whoever wrote it',
};

const isCovered = (names: ReadonlySet<string>, { table, column }: OfOrders): boolean =>
  names.has(table) || names.has(`${table}.${column}`);

/** Columns that may hold words of an order, and of which nobody says that they leave with it, or why they stay. */
export function wordsLeftBehind(types: string, leaving: ReadonlySet<string>): string[] {
  const staying = new Set(Object.keys(whyTheyStay));
  return columnsOfOrders(types)
    .filter((each) => !isCovered(leaving, each) && !isCovered(staying, each))
    .map(({ table, column }) => `${table}.${column}`);
}

/** Reasons of columns that are no more, or that leave by now. */
export function reasonsOfNoColumn(types: string, leaving: ReadonlySet<string>): string[] {
  const columns = columnsOfOrders(types).filter((each) => !isCovered(leaving, each));
  return Object.keys(whyTheyStay).filter(
    (name) => !columns.some((each) => isCovered(new Set([name]), each)),
  );
}
