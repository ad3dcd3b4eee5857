/**
 * Defines an element as soon as one of it stands in the page, written there or put there later: the phone itself
 * would load it only when somebody asks for it. What stands in another's shadow root is for that one to import.
 */
export function defineWhereItStands(tag: string, load: () => Promise<unknown>): void {
  // On a server nothing stands anywhere.
  if (typeof document === 'undefined' || customElements.get(tag)) return;
  const standing = document.getElementsByTagName(tag);
  const watch = new MutationObserver(loadIfItStands);
  const wait = () => watch.observe(document, { childList: true, subtree: true });

  function loadIfItStands(): void {
    if (standing.length === 0) return;
    watch.disconnect();
    // What did not come is asked for again with the page's next change.
    load().catch(wait);
  }

  wait();
  loadIfItStands();
}
