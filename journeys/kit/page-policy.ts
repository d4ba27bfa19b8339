import type { BrowserContext } from 'playwright-core';

const mark = 'page policy broken:';

/** Runs in every page before its own scripts: what the policy forbade is said in the console, with where it stood. */
export const telling = `document.addEventListener('securitypolicyviolation', (broken) =>
  console.error(${JSON.stringify(mark)}, broken.effectiveDirective, broken.blockedURI, broken.sourceFile + ':' + broken.lineNumber))`;

/**
 * 内容安全策略: what any page of the window did that its policy forbids, said by the page or by the browser itself. A
 * list that grows; the window looks at it when it closes.
 */
export function forbiddenIn(context: BrowserContext): string[] {
  const forbidden: string[] = [];
  context.on('console', (message) => {
    const said = message.text();
    if (said.startsWith(mark) || /Refused to|Content Security Policy/.test(said))
      forbidden.push(said);
  });
  return forbidden;
}
