import { appealTypeLabel, appealTypes, type ModelKind } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { matterQuery, unitsQuery } from './ground.queries.ts';

export const typeName = (code: string): string => {
  const type = appealTypes.find((known) => known === code);
  return type === undefined ? code : appealTypeLabel[type];
};

interface LabelNameProps {
  kind: ModelKind;
  code: string;
  say: (name: string) => string;
}

/** What a label of a model is called: a matter, a unit or a type by its code. Until it is known, the code itself. */
export function LabelName({ kind, code, say }: LabelNameProps) {
  const matter = useQuery({ ...matterQuery(code), enabled: kind === 'matter', retry: false });
  const units = useQuery({ ...unitsQuery(code), enabled: kind === 'unit' });
  const name =
    kind === 'matter'
      ? matter.data?.name
      : kind === 'unit'
        ? units.data?.rows.find((unit) => unit.code === code)?.name
        : typeName(code);
  return <span>{say(name ?? code)}</span>;
}
