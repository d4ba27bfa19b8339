import type { OrderPageView } from '../../ui/order-facts.tsx';
import type { PickedUnit } from '../../ui/unit-picker.tsx';
import type { Suggestion } from './suggestion-panel.tsx';

export interface SendForm {
  lead: string | null;
  assists: readonly string[];
  linkage: readonly string[];
  copies: readonly string[];
  note: string;
  title: string;
  content: string;
  guardReason: string;
  /** 专人专办: who is named, by unit. */
  readers: Readonly<Record<string, readonly string[]>>;
}

const codes = (units: Suggestion['assists']) => units.map((unit) => unit.code);

/** The suggestion, ready to be sent or changed. */
export function formFrom(order: OrderPageView, suggestion: Suggestion): SendForm {
  return {
    lead: suggestion.lead?.code ?? null,
    assists: codes(suggestion.assists),
    linkage: codes(suggestion.linkage),
    copies: codes(suggestion.copies),
    note: '',
    title: order.unitTitle === '' ? order.title : order.unitTitle,
    content: order.unitContent === '' ? order.content : order.unitContent,
    guardReason: '',
    readers: {},
  };
}

export function knownUnits(suggestion: Suggestion): PickedUnit[] {
  const { lead, backstop, assists, linkage, copies, learnt } = suggestion;
  return [lead, backstop, ...assists, ...linkage, ...copies, ...learnt].filter(
    (unit) => unit !== null,
  );
}

/** One unit leads and does nothing else beside it. */
export function withLead({ assists, linkage, copies }: SendForm, lead: string): Partial<SendForm> {
  const others = (units: readonly string[]) => units.filter((code) => code !== lead);
  return { lead, assists: others(assists), linkage: others(linkage), copies: others(copies) };
}

/** Every unit chosen, the lead first. */
export function chosenUnits({ lead, assists, linkage, copies }: SendForm): string[] {
  return [...(lead === null ? [] : [lead]), ...assists, ...linkage, ...copies];
}

export function bodyOf(form: SendForm, lead: string) {
  const named = chosenUnits({ ...form, lead }).flatMap((code) => form.readers[code] ?? []);
  const readers = [...new Set(named)];
  return {
    lead,
    assists: [...form.assists],
    linkage: [...form.linkage],
    copies: [...form.copies],
    note: form.note,
    title: form.title,
    content: form.content,
    ...(form.guardReason.trim() === '' ? {} : { guardReason: form.guardReason }),
    ...(readers.length === 0 ? {} : { readers }),
  };
}
