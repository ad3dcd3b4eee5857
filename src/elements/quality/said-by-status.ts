/**
 * Whether a `<phone-status>` says the same already: it does so at the head of the phone, and in a dock that is
 * minimised too. Nobody has to hear it twice.
 */
export function isSaidByStatus(warning: string, element: Element): boolean {
  if (warning !== 'microphone-lost') return false;
  const root = element.getRootNode() as Document | ShadowRoot;
  return (root.querySelector('phone-status') ?? document.querySelector('phone-status')) !== null;
}
