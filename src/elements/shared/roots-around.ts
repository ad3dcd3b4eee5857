/** The shadow roots around an element, and the document: each tells its observers of its own changes only. */
export function* rootsAround(element: Element): Generator<Node> {
  let root = element.getRootNode();
  yield root;
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    yield root;
  }
}
