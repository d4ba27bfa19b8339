/** Words of `dutyView.abilities` this page has buttons for. The server computes them; the page only shows. */
export const ability = {
  sign: 'sign',
  contact: 'contact',
  arrive: 'arrive',
  fixed: 'fixed',
  askInfo: 'ask-info',
  submit: 'submit',
} as const;
