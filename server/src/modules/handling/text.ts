/** A stage report as unit and centre read it: what the requester was told stands below it. */
export const stageReportText = (content: string, forRequester: string): string =>
  forRequester === '' ? content : `${content}(已告知诉求人:${forRequester})`;
