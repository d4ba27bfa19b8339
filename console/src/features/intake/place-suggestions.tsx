import { Button } from 'antd';
import { useKeys } from '../../shell/keys.ts';
import { areaAbove, shortestArea } from '../../ui/area-code.ts';
import type { FormProps, IntakeForm } from './intake-form.ts';
import { type Suggested, useSuggested } from './suggestions.tsx';
import { addressOf, areasToOffer, takenPlace } from './taken-place.ts';
import { placeSuggestText as text } from './text.ts';

type Area = Suggested['place']['areas'][number];

interface Line {
  what: string;
  name: string;
  why: string;
  takes: Partial<IntakeForm>;
}

/** 与所选不同: not merely a smaller place inside what was chosen. */
function differs(area: Area, chosen: string | null): boolean {
  if (chosen === null) return false;
  const larger = shortestArea(chosen);
  if (larger.endsWith('00') && larger.length === 6) return false;
  for (let at: string | null = shortestArea(area.code); at !== null; at = areaAbove(at))
    if (at === larger) return false;
  return true;
}

function areaLines(form: IntakeForm, suggested: Suggested): Line[] {
  const areas = areasToOffer(form, suggested);
  return areas.map((area) => {
    const what = areas.length > 1 ? text.equal : text.area;
    return {
      what: differs(area, form.areaCode) ? text.differs : what,
      name: area.name,
      why: [
        ...(area.isLearnt ? [text.learnt] : []),
        text.why(area.confidence, area.words.join('、')),
      ].join(' · '),
      takes: { areaCode: shortestArea(area.code) },
    };
  });
}

function addressLines(form: IntakeForm, suggested: Suggested): Line[] {
  const address = addressOf(suggested);
  if (address === '' || form.address.trim() !== '') return [];
  const least = Math.min(...suggested.place.parts.map(({ confidence }) => confidence));
  return [{ what: text.address, name: address, why: text.sureness(least), takes: { address } }];
}

function moreLines(form: IntakeForm, { place, subjects }: Suggested): Line[] {
  const { point } = place;
  const points =
    point?.isLearnt && form.point === null
      ? [
          {
            what: text.point,
            name: text.coordinates(point.lng, point.lat),
            why: text.pointWhy,
            takes: { point: { lng: point.lng, lat: point.lat } },
          },
        ]
      : [];
  const things = form.subjectName.trim() === '' ? subjects : [];
  return [
    ...points,
    ...things.map(({ name, confidence }) => ({
      what: text.subject,
      name,
      why: text.sureness(confidence),
      takes: { subjectName: name },
    })),
  ];
}

function missingWords(form: IntakeForm, { place }: Suggested): string | null {
  if (place.isHidden) return text.hidden;
  const isSaid = place.areas.length > 0 || place.parts.length > 0;
  if (isSaid || form.areaCode !== null || form.address.trim() !== '') return null;
  return text.unsaid;
}

interface PlaceSuggestionsProps extends FormProps {
  asksMore: boolean;
}

/** 地点建议: the machine's; F3 or a click takes it, and what a person wrote or chose is never touched by the key. */
export function PlaceSuggestions({ form, patch, asksMore }: PlaceSuggestionsProps) {
  const suggested = useSuggested({ form });
  useKeys({
    F3: () => {
      if (suggested !== undefined) patch(takenPlace(form, suggested, asksMore));
    },
  });
  if (suggested === undefined) return null;
  const lines = [
    ...areaLines(form, suggested),
    ...addressLines(form, suggested),
    ...(asksMore ? moreLines(form, suggested) : []),
  ];
  const missing = missingWords(form, suggested);
  if (lines.length === 0 && missing === null) return null;
  return (
    <section className="suggestions" aria-label={text.title}>
      <h3>
        {text.title}
        {lines.length > 0 && <small className="soft">{text.help}</small>}
      </h3>
      <ul className="plain-list">
        {lines.map(({ what, name, why, takes }) => (
          <li key={`${what} ${name}`}>
            <Button onClick={() => patch(takes)}>{name}</Button>
            <span className="soft">
              {what} · {why}
            </span>
          </li>
        ))}
      </ul>
      {missing !== null && <p className="soft">{missing}</p>}
    </section>
  );
}
