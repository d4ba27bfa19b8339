import { type Gazetteer, lineageOf } from '../../server/src/modules/mentions/index.ts';

/** 松湖区, or 松湖区/白鹭镇/桥头村委会: each part lies in the one before. Null where the areas do not hold it. */
export function areaSaid(gazetteer: Gazetteer, path: string): string | null {
  const names = path.split('/').map((name) => name.trim());
  return names.reduce<string | null>(
    (larger, name) => areaNamed(gazetteer, name, larger) ?? larger,
    null,
  );
}

function areaNamed(gazetteer: Gazetteer, name: string, larger: string | null): string | null {
  const fitting = (gazetteer.areasByName.get(name) ?? []).filter(
    ({ code }) => larger === null || lineageOf(gazetteer, code).slice(1).includes(larger),
  );
  const whole = fitting.find(({ code }) => gazetteer.byCode.get(code)?.name === name);
  return (whole ?? fitting[0])?.code ?? null;
}
