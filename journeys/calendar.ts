import { calendarText } from '../console/src/features/city/calendar-text.ts';
import type { Journey } from './kit/journey.ts';

const day = '2026-11-11';

/** 日历更正: one writes the day and its notice, another holds it against the notice. */
export const calendar: Journey = {
  name: 'calendar',
  title: 'a day of the calendar is put right by two persons',
  go: async ({ checks, windowOf }) => {
    const admin = await windowOf('admin');
    await admin.page.goto('/city?tab=calendar');
    await admin.page.getByRole('button', { name: calendarText.propose }).click();
    await admin.page.getByLabel(calendarText.on).fill(day);
    await admin.page.getByLabel(calendarText.dayName).fill('台风停工');
    await admin.page.getByLabel(calendarText.notice).fill('市防指停工停业通告(示例)');
    await admin.look('calendar-form');
    await admin.page.getByRole('button', { name: calendarText.send }).click();
    await admin.page.getByText(calendarText.waiting).waitFor();
    const own = await admin.page.getByRole('button', { name: calendarText.confirm }).count();
    checks.same('whoever proposes does not confirm', own, 0);
    await admin.close();

    const director = await windowOf('director');
    await director.page.goto('/city?tab=calendar');
    await director.page.getByRole('button', { name: calendarText.confirm }).waitFor();
    await director.look('calendar-waiting');
    await director.page.getByRole('button', { name: calendarText.confirm }).click();
    await director.page.getByText(calendarText.corrected, { exact: true }).waitFor();
    await director.look('calendar-corrected');
    checks.that('the corrected day stands in the list', true);
    await director.close();
  },
};
