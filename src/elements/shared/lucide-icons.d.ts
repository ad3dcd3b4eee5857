/** Lucide ships a module for each icon, but types only for all of them together. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const icon: import('lucide').IconNode;
  export default icon;
}
