/** A file of a package that the build copies, by its address. */
declare module '*?url' {
  const url: string;
  export default url;
}
