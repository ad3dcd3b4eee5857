/** Vite hands a file on as text when its address ends so. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** And takes styles into the page. */
declare module '*.css';
