import type { Said } from '@minsheng/contract/public/exchange.ts';
import type { CodeKind } from '@minsheng/contract/words/nets.ts';

/** A code in a message, and where it stands. */
export interface CodeThere {
  readonly kind: CodeKind;
  readonly code: string;
  readonly field: string;
}

/** 报文里的代码, of the kinds a net may call otherwise. */
export function codesIn(said: Said): CodeThere[] {
  switch (said.kind) {
    case 'transfer': {
      const { appeal, place } = said.body;
      return [
        { kind: 'type', code: appeal.typeCode, field: 'body.appeal.typeCode' },
        ...there('matter', appeal.matterCode, 'body.appeal.matterCode'),
        ...there('area', place.areaCode, 'body.place.areaCode'),
      ];
    }
    case 'clue':
      return there('area', said.body.place?.areaCode, 'body.place.areaCode');
    case 'return':
      return [
        { kind: 'reason', code: said.body.reasonCode, field: 'body.reasonCode' },
        ...there('unit', said.body.properUnit, 'body.properUnit'),
      ];
    default:
      return [];
  }
}

const there = (kind: CodeKind, code: string | undefined, field: string): CodeThere[] =>
  code === undefined || code === '' ? [] : [{ kind, code, field }];

/** What stands in place of the codes; null leaves one out. A kind that is not named stays. */
export type OtherCodes = ReadonlyMap<CodeKind, string | null>;

/** The same message with other codes. A type that is left out is empty: the message has no shape without it. */
export function withCodes(said: Said, other: OtherCodes): Said {
  if (other.size === 0) return said;
  const of = (kind: CodeKind, now: string | undefined): string | undefined => {
    const found = other.get(kind);
    return found === undefined ? now : (found ?? undefined);
  };
  switch (said.kind) {
    case 'transfer': {
      const { appeal, place } = said.body;
      return {
        kind: 'transfer',
        body: {
          ...said.body,
          appeal: {
            ...appeal,
            typeCode: of('type', appeal.typeCode) ?? '',
            matterCode: of('matter', appeal.matterCode),
          },
          place: { ...place, areaCode: of('area', place.areaCode) },
        },
      };
    }
    case 'clue': {
      const { place } = said.body;
      if (place === undefined) return said;
      const areaCode = of('area', place.areaCode);
      return { kind: 'clue', body: { ...said.body, place: { ...place, areaCode } } };
    }
    case 'return': {
      const { reasonCode, properUnit } = said.body;
      return {
        kind: 'return',
        body: {
          ...said.body,
          reasonCode: of('reason', reasonCode) ?? reasonCode,
          properUnit: of('unit', properUnit),
        },
      };
    }
    default:
      return said;
  }
}
