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
  };
}

export function knownUnits(suggestion: Suggestion): PickedUnit[] {
  const { lead, backstop, assists, linkage, copies } = suggestion;
  return [lead, backstop, ...assists, ...linkage, ...copies].filter((unit) => unit !== null);
}

export function bodyOf(form: SendForm, lead: string) {
  return {
    lead,
    assists: [...form.assists],
    linkage: [...form.linkage],
    copies: [...form.copies],
    note: form.note,
    title: form.title,
    content: form.content,
    ...(form.guardReason.trim() === '' ? {} : { guardReason: form.guardReason }),
  };
}
