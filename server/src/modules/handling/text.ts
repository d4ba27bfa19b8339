/** A stage report as unit and centre read it: what the requester is told stands behind it. */
export const stageReportText = (content: string, forRequester: string): string =>
  forRequester === '' ? content : `${content}(告诉诉求人:${forRequester})`;
