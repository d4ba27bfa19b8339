export function FrontLineApp() {
  return null;
}
